import type { Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { byCanteen } from "./dimensions.ts";
import { fairBase } from "./fair.ts";

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
    "只看年初这一批食堂；升级、停办、转为不评级三种去向都离开“一般”，但只有升级算改进，须与升级率并看。每年重定基数，一季度与上年四季度不可比。",
    "Of the canteens of the base only. Upgraded, closed and no longer rated all leave the grade; only the first is an improvement, so read it with the share upgraded. The base is set anew each year, so a first quarter does not compare with the fourth before it.",
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
