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
  pages: [
    {
      id: "organising",
      title: words("建会与集体合同", "Unions and contracts"),
      asks: words("工会建起来没有，集体合同续上没有", "Are unions founded, and contracts in force?"),
      lead: "union_coverage",
    },
  ],
};
