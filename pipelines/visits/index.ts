import type { Room } from "../../src/register.ts";
import { words } from "../../src/words.ts";
import { dimensions, gaps, indicators } from "./indicators.ts";
import { registers } from "./registers.ts";

/** 走访: a hundred union cadres in a thousand enterprises. */
export const visits: Room = {
  id: "visits",
  words: words("走访服务", "Visits"),
  registers,
  indicators,
  gaps,
  dimensions,
};
