import type { Room } from "../../src/register.ts";
import { words } from "../../src/words.ts";
import { dimensions, gaps, indicators } from "./indicators.ts";
import { registers } from "./registers.ts";

/** 工友创业: parks, training bases and people that are named and paid for, and whom the programme serves. */
export const entrepreneurship: Room = {
  id: "entrepreneurship",
  words: words("工友创业", "Worker start-ups"),
  since: "2018-01-01",
  registers,
  indicators,
  gaps,
  dimensions,
  pages: [
    {
      id: "entrepreneurship",
      title: words("工友创业", "Worker start-ups"),
      asks: words("创业预算拨到了没有，扶持到了多少人", "Is the budget paid out, and how many were helped?"),
      lead: "paid_rate",
    },
  ],
};
