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

/** Gone from the base, by whichever way. */
export const fairEliminated: Indicator = {
  ...fairBase,
  id: "fair_eliminated",
  words: words("“一般”食堂消除率", "fair canteens eliminated"),
  unit: "rate",
  numerator: "count(*) FILTER (WHERE exit <> '仍为一般')",
  denominator: "count(*)",
  parts: { numerator: "canteen", denominator: "canteen" },
  by: byCanteen,
  formula: words(
    "1 − 年初“一般”食堂中季末仍为“一般”的 ÷ 年初“一般”食堂",
    "1 − those of the base still fair on the quarter's last day ÷ the base",
  ),
  reading: words(
    "只看年初这一批食堂；升级、停办、转为不评级三种去向都离开“一般”，但只有升级算改进，须与升级率并看。",
    "Of the canteens of the base only. Upgraded, closed and no longer rated all leave the grade; only the first is an improvement, so read it with the share upgraded.",
  ),
  better: "more",
  target: "1",
};

/** Gone from the base for the better. */
export const fairUpgradedRate: Indicator = {
  ...fairEliminated,
  id: "fair_upgraded_rate",
  words: words("“一般”食堂升级率", "fair canteens upgraded"),
  numerator: "count(*) FILTER (WHERE exit = '升级')",
  formula: words(
    "年初“一般”食堂中季末为良好或优秀的 ÷ 年初“一般”食堂",
    "those of the base that are good or excellent on the quarter's last day ÷ the base",
  ),
  reading: words(
    "停办和转为不评级的留在分母，不算改进。",
    "Those that closed or are no longer rated stay in the denominator; they did not improve.",
  ),
};

const gone = (
  id: string,
  exit: string,
  zh: string,
  en: string,
  reading: Indicator["reading"],
): Indicator => ({
  ...fairBase,
  id,
  words: words(`年初“一般”食堂中${zh}`, `fair canteens ${en}`),
  numerator: `CASE WHEN count(*) > 0 THEN count(*) FILTER (WHERE exit = '${exit}') END`,
  by: byCanteen,
  formula: words(`年初“一般”食堂中季末已${zh}的家数`, `those of the base ${en} by the quarter's last day`),
  reading,
});

/** The three ways out, apart. */
export const fairUpgraded: Indicator = {
  ...gone(
    "fair_upgraded",
    "升级",
    "升级",
    "upgraded",
    words("季末动态等级为良好或优秀。", "The dynamic grade is good or excellent on the quarter's last day."),
  ),
  better: "more",
};
export const fairClosed = gone(
  "fair_closed",
  "停办",
  "停办",
  "closed",
  words("停办不算改进。", "Closing is no improvement."),
);
export const fairUnrated = gone(
  "fair_unrated",
  "转为不评级",
  "转为不评级",
  "no longer rated",
  words("不评级既不是“一般”，也不算改进。", "Not rated is not fair, and no improvement either."),
);
