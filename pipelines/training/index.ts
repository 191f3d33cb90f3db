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
};
