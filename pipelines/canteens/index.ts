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
};
