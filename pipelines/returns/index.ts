import type { Room } from "../../src/register.ts";
import { words } from "../../src/words.ts";
import { dimensions } from "./dimensions.ts";
import { gaps } from "./gaps.ts";
import { indicators } from "./indicators.ts";
import { registers } from "./registers.ts";

/** 报送: what each unit owed for the quarter, what came, when, and what is missing. */
export const returns: Room = {
  id: "returns",
  words: words("台账报送", "Returns"),
  registers,
  indicators,
  gaps,
  dimensions,
  pages: [
    {
      id: "returns",
      title: words("台账报送", "Returns"),
      asks: words("该报的报了没有，按时没有", "Did every return come, and in time?"),
      lead: "reporting_rate",
    },
  ],
};
