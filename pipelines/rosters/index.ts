import type { Room } from "../../src/register.ts";
import { words } from "../../src/words.ts";
import { dimensions, gaps, indicators } from "./indicators.ts";
import { registers } from "./registers.ts";

/** 名册: areas, enterprises, cadres and who is linked to whom. */
export const rosters: Room = {
  id: "rosters",
  words: words("名册", "Rosters"),
  registers,
  indicators,
  gaps,
  dimensions,
};
