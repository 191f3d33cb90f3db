import type { Room } from "../../src/register.ts";
import { words } from "../../src/words.ts";
import { dimensions, gaps, indicators } from "./indicators.ts";
import { registers } from "./registers.ts";

/** 十项措施: ten measures in support of private enterprises, with their money and what came of them. */
export const measures: Room = {
  id: "measures",
  words: words("支持民营企业十项措施", "Ten measures for private enterprises"),
  since: "2018-01-01",
  registers,
  indicators,
  gaps,
  dimensions,
  pages: [
    {
      id: "measures",
      title: words("十项措施", "Ten measures"),
      asks: words(
        "支持民营企业的十项措施落到了没有",
        "Are the ten measures under way, and their money spent?",
      ),
      lead: "measures_under_way",
    },
  ],
};
