import type { Room } from "../../src/register.ts";
import { words } from "../../src/words.ts";
import { dimensions, gaps, indicators } from "./indicators.ts";
import { registers } from "./registers.ts";

/** 组织建设: unions founded, and the collective contracts that they sign. */
export const organising: Room = {
  id: "organising",
  words: words("建会与集体合同", "Organising"),
  registers,
  indicators,
  gaps,
  dimensions,
};
