import type { Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { byLine } from "./dimensions.ts";
import { report, yearly } from "./source.ts";

const amount: Indicator = {
  id: "paid",
  words: words("拨付资金", "paid out"),
  unit: "yuan",
  from: "entrepreneurship.payment_log",
  numerator: "coalesce(sum(amount), 0)",
  by: { ...byLine, budget_year: "budget_year" },
  needs: ["payments"],
  span: "flow",
  formula: words("拨付日期在本期内的拨付金额之和", "payments dated in the period, added up"),
  reading: words(
    "按拨付日期计入当季，不论用的是哪一年度的预算；用上年预算的，按项目编码归入上年项目，可按预算年度分列。",
    "By the day of payment, whichever year's budget it came from. Money of last year's budget belongs to last year's line, by its code; it is told apart by budget year.",
  ),
  source: report,
  better: "more",
};

const rate: Indicator = {
  ...amount,
  id: "paid_rate",
  words: words("预算拨付率", "paid of the budget"),
  unit: "rate",
  from: "entrepreneurship.line_quarters",
  where: "NOT prior",
  numerator: "coalesce(sum(paid), 0)",
  denominator: "coalesce(sum(budget), 0)",
  parts: { numerator: "yuan", denominator: "yuan" },
  by: byLine,
  span: "stock",
  formula: words(
    "本年度项目截至季末累计拨付 ÷ 本年度项目预算",
    "paid to date on the year's lines ÷ their budget",
  ),
  reading: yearly(
    words(
      "只算本年度预算项目，拨付记在哪个项目就归哪个项目；次年才拨付的，以项目编码归入原年度，见“上年项目拨付率”。",
      "The lines of the reporting year only; a payment belongs to the line it was booked on. What is paid in the following year counts for the year of its line: see last year's lines.",
    ),
  ),
  target: "1",
};

const priorRate: Indicator = {
  ...rate,
  id: "prior_paid_rate",
  words: words("上年项目拨付率", "paid of last year's budget"),
  where: "prior",
  formula: words(
    "上年度项目截至本季末累计拨付 ÷ 上年度项目预算",
    "paid to date on last year's lines ÷ their budget",
  ),
  reading: words(
    "上年度预算项目从年初到本季末的全部拨付，含今年拨付的部分；没有上年预算的，不作计算。",
    "All that was paid on last year's lines up to the quarter's last day, this year's payments included. Without a budget of last year there is no rate.",
  ),
};

export const paid: Indicator[] = [amount, rate, priorRate];
