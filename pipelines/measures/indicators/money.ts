import type { Indicator } from "../../../src/indicator.ts";
import { type Words, words } from "../../../src/words.ts";
import { pooledMoney, specialMoney, tenMeasures } from "./source.ts";

const apart = words(
  "专项与每年整合是两种钱，按措施的资金性质分开统计，从不相加。",
  "Special money and money pooled per year are two kinds, kept apart by the nature of the measure's money and never added up.",
);
const also = (zh: string, en: string): Words => words(apart.zh + zh, `${apart.en} ${en}`);

/** A public budget: nothing of it tells of persons. */
const rate = {
  unit: "rate",
  from: "measures.measure_quarters",
  numerator: "coalesce(sum(spent) FILTER (WHERE budget IS NOT NULL), 0)",
  denominator: "coalesce(sum(budget), 0)",
  parts: { numerator: "yuan", denominator: "yuan" },
  by: { measure: "measure_id" },
  span: "stock",
  better: "more",
} as const;

const specialSpentRate: Indicator = {
  ...rate,
  id: "special_spent_rate",
  words: words("专项资金执行率", "special money spent"),
  where: "funding = '专项'",
  formula: words(
    "专项措施至季末累计支出 ÷ 专项措施预算",
    "spent on special measures up to the quarter's last day ÷ their budgets",
  ),
  reading: also(
    "专项为一次安排，支出从首笔起一直累计，跨年不清零；没有填预算的措施不进分子也不进分母。",
    "Special money is given once, so spending adds up from the first payment across years. A measure without a budget is in neither part.",
  ),
  source: specialMoney,
};

const pooledSpentRate: Indicator = {
  ...rate,
  id: "pooled_spent_rate",
  words: words("每年整合资金执行率", "pooled money of the year spent"),
  where: "funding = '每年整合'",
  formula: words(
    "每年整合措施本年至季末支出 ÷ 每年整合措施的年度预算",
    "spent on pooled measures from the start of the year ÷ their budgets of the year",
  ),
  reading: also(
    "预算为每年的数额，支出每年从零起算；没有填预算的措施不进分子也不进分母。",
    "The budget is that of a year, and spending starts from nothing every year. A measure without a budget is in neither part.",
  ),
  source: pooledMoney,
};

const flow = {
  unit: "yuan",
  from: "measures.spending_log",
  numerator: "coalesce(sum(amount), 0)",
  by: { measure: "measure_id" },
  span: "flow",
  better: "neither",
} as const;

const specialSpent: Indicator = {
  ...flow,
  id: "special_spent",
  words: words("专项资金支出", "spending of special money"),
  where: "funding = '专项'",
  formula: words("本期专项措施支出金额之和", "payments on special measures"),
  reading: also("按支出日期计入当季。", "By the day of payment."),
  source: specialMoney,
};

const pooledSpent: Indicator = {
  ...flow,
  id: "pooled_spent",
  words: words("每年整合资金支出", "spending of pooled money"),
  where: "funding = '每年整合'",
  formula: words("本期每年整合措施支出金额之和", "payments on pooled measures"),
  reading: also("按支出日期计入当季。", "By the day of payment."),
  source: pooledMoney,
};

const undeterminedSpent: Indicator = {
  ...flow,
  id: "undetermined_spent",
  words: words("资金性质未定的支出", "spending of money not settled"),
  where: "funding = '未定'",
  formula: words("本期资金性质未定的措施支出金额之和", "payments on measures whose money is not settled"),
  reading: words(
    "单列一项，不并入专项，也不并入每年整合；措施清单补明资金性质后自动归位。按支出日期计入当季。",
    "A line of its own, in neither of the two; once the list of measures says what it is, it moves there. By the day of payment.",
  ),
  source: tenMeasures,
};

export const money: Indicator[] = [
  specialSpentRate,
  pooledSpentRate,
  specialSpent,
  pooledSpent,
  undeterminedSpent,
];
