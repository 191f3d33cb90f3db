import type { Room } from "../../src/register.ts";
import { words } from "../../src/words.ts";
import { dimensions, gaps, indicators } from "./indicators.ts";
import { registers } from "./registers.ts";

/** 爱心驿站: fifty-two places where outdoor workers can rest, accepted first and paid for afterwards. */
export const stations: Room = {
  id: "stations",
  words: words("爱心驿站", "Rest stations"),
  registers,
  indicators,
  gaps,
  dimensions,
  pages: [
    {
      id: "stations",
      title: words("爱心驿站", "Rest stations"),
      asks: words(
        "52个驿站用起来没有，是否先验收后奖补",
        "Are the 52 stations in use, and paid for only after acceptance?",
      ),
      lead: "plan_in_use_rate",
    },
  ],
};
