import type { Room } from "../../src/register.ts";
import { words } from "../../src/words.ts";
import { dimensions, gaps, indicators } from "./indicators.ts";
import { registers } from "./registers.ts";

export const training: Room = {
  id: "training",
  words: words("培训与公益课", "Training and courses"),
  registers,
  indicators,
  gaps,
  dimensions,
  pages: [
    {
      id: "training",
      title: words("教育培训", "Training"),
      asks: words("办了什么班，职工来了没有", "Which classes were held, and did workers come?"),
      lead: "attendance_rate",
    },
  ],
};
