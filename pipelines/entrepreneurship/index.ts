import type { Room } from "../../src/register.ts";
import { words } from "../../src/words.ts";
import { dimensions, gaps, indicators } from "./indicators.ts";
import { registers } from "./registers.ts";

/** 工友创业: parks, training bases and people that are named and paid for, and whom the programme serves. */
export const entrepreneurship: Room = {
  id: "entrepreneurship",
  words: words("工友创业", "Worker start-ups"),
  registers,
  indicators,
  gaps,
  dimensions,
};
