import type { Room } from "../../src/register.ts";
import { words } from "../../src/words.ts";
import { dimensions, gaps, indicators } from "./indicators.ts";
import { registers } from "./registers.ts";

/** 法律援助: from a consultation to the money that reached the worker. */
export const legal_aid: Room = {
  id: "legal_aid",
  words: words("法律援助", "Legal aid"),
  registers,
  indicators,
  gaps,
  dimensions,
  pages: [
    {
      id: "legal_aid",
      title: words("法律援助", "Legal aid"),
      asks: words("为职工挽回多少，哪里还没有律师", "How much was recovered, and who has no lawyer?"),
      lead: "recovered",
    },
  ],
};
