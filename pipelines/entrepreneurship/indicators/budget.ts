import type { Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { byLine } from "./dimensions.ts";
import { report } from "./source.ts";

/** The year's budget: public money, so nobody stands behind it. */
const total: Indicator = {
  id: "budget",
  words: words("年度预算", "budget of the year"),
  unit: "yuan",
  from: "entrepreneurship.line_quarters",
  where: "NOT prior",
  numerator: "coalesce(sum(budget), 0)",
  by: byLine,
  span: "stock",
  formula: words("本年度各预算项目预算金额之和", "budgets of the year's lines, added up"),
  reading: words(
    "2018年为150×5万＋50×10万＋16×10万＋200×1万＋10×1万＋150万＝1770万元：200家创业园中50家获富民兴鲁奖，10万元替代5万元，其余150家各5万元；若另加则为2020万元，与报道总额不符。年内各季都按全年预算计。",
    "For 2018: 150 × 50,000 + 50 × 100,000 + 16 × 100,000 + 200 × 10,000 + 10 × 10,000 + 1,500,000 = 17.7 million yuan. Of the 200 parks 50 won the award: their 100,000 replaces the 50,000 of the other 150; added on top it would come to 20.2 million, which is not what was printed. Every quarter counts the whole year's budget.",
  ),
  source: report,
  better: "neither",
};

/** What each place is worth: shows line by line that number times amount is the budget. */
const unitSupport: Indicator = {
  ...total,
  id: "unit_support",
  words: words("每个名额的补助", "support per place"),
  unit: "yuan_per_place",
  numerator: "coalesce(sum(budget), 0)",
  denominator: "coalesce(sum(planned), 0)",
  parts: { numerator: "yuan", denominator: "place" },
  formula: words("预算金额 ÷ 计划数量", "budget ÷ planned number"),
  reading: words(
    "每一项目的计划数量乘以单价等于预算金额，逐项校验。创业培训补贴按1500元一人、1000人计，这1000人是享受补贴的参训人员，不是“培训1万人”的目标。各项目的名额有单位也有人，合计只是平均数。",
    "On every line the planned number times the amount each is the budget, which is checked. The training subsidy is 1,500 yuan for each of 1,000 subsidised trainees; these are not the 10,000 to be trained. Places are parks, bases and persons, so the total is a mere average.",
  ),
};

export const budget: Indicator[] = [total, unitSupport];
