import type { Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { byCanteen } from "./dimensions.ts";
import { noneFair } from "./source.ts";

/** 家 that are 一般 now. */
export const fairStock: Indicator = {
  id: "fair_stock",
  words: words("“一般”食堂存量", "canteens graded fair"),
  unit: "canteen",
  from: "canteens.grade_quarters",
  // Nothing known is no data, not the absence of fair canteens.
  numerator: "CASE WHEN count(*) > 0 THEN count(*) FILTER (WHERE grade = '一般') END",
  by: byCanteen,
  span: "stock",
  formula: words(
    "季末在办、最近一次动态等级为“一般”的食堂数",
    "canteens open on the quarter's last day whose latest dynamic grade is fair",
  ),
  reading: words(
    "以动态等级为准，年度等级不参与；不评级、未评级不算“一般”；停办当日起不算在办。",
    "By the dynamic grade, never the annual one. Not rated and never graded are not fair. A canteen is no longer open from the day it closes.",
  ),
  source: noneFair,
  better: "less",
};

/** 家 that came to be 一般 since the year began. */
export const fairNew: Indicator = {
  ...fairStock,
  id: "fair_new",
  words: words("本年新降为“一般”", "fair since the year began"),
  numerator: "CASE WHEN count(*) > 0 THEN count(*) FILTER (WHERE grade = '一般' AND NOT in_base) END",
  formula: words(
    "季末为“一般”、年初不是“一般”的在办食堂数",
    "open canteens that are fair on the quarter's last day and were not when the year began",
  ),
  reading: words(
    "年初未评级、不评级而后评为“一般”的也在内；存量＝年初“一般”中仍为“一般”的＋新降的。",
    "Those that had no grade when the year began are among them. The stock is what is still fair of the base, and these.",
  ),
};

/** 家 to be brought out of it. */
export const fairBase: Indicator = {
  ...fairStock,
  id: "fair_base",
  words: words("年初“一般”食堂", "canteens that were fair when the year began"),
  from: "canteens.fair_cohort",
  numerator: "count(*)",
  by: { exit: "exit", ...byCanteen },
  formula: words(
    "工作年度开始时在办、动态等级为“一般”的食堂数，按季末去向分",
    "canteens open and graded fair when the reporting year began, by what became of them by the quarter's last day",
  ),
  reading: words(
    "年初等级为年度第一天之前最近一次动态等级；全年跟踪同一批食堂，新增的不进基数。",
    "The grade that held before the year's first day. The same canteens are followed all year; later ones do not join the base.",
  ),
  better: "neither",
};
