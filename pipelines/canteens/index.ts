import type { Room } from "../../src/register.ts";
import { words } from "../../src/words.ts";
import { dimensions, gaps, indicators } from "./indicators.ts";
import { registers } from "./registers.ts";

/** 职工好食堂: a hundred good canteens to name, and none left that is only fair. */
export const canteens: Room = {
  id: "canteens",
  words: words("职工好食堂", "Canteens"),
  registers,
  indicators,
  gaps,
  dimensions,
  pages: [
    {
      id: "canteens",
      title: words("职工食堂", "Canteens"),
      asks: words(
        "百家好食堂选树到了没有，“一般”消除了没有",
        "Are a hundred good canteens named, and the fair ones gone?",
      ),
      lead: "named_rate",
    },
  ],
};
