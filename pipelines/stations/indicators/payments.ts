import type { Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { byArea } from "./dimensions.ts";
import { plan } from "./source.ts";

const toDate = words(
  "按拨付日期累计到季末日，跨年连续累计",
  "by the day of payment, from the first one to the quarter's last day, across years",
);

/** 个 that passed. */
export const accepted: Indicator = {
  id: "accepted",
  words: words("验收合格站点", "stations accepted"),
  unit: "station",
  from: "stations.grants_to_date",
  where: "accepted",
  numerator: "count(*)",
  by: byArea,
  span: "stock",
  formula: words(
    "季末前验收且结论为合格的站点",
    "stations that passed their acceptance by the quarter's last day",
  ),
  reading: words(
    "一个站点以最近一次填报的验收结论为准。",
    "Of a station inspected again, the outcome reported last counts.",
  ),
  source: plan,
  better: "neither",
};

/** 元 of the quarter. */
export const paid: Indicator = {
  id: "paid",
  words: words("拨付奖补资金", "grants paid"),
  unit: "yuan",
  from: "stations.payments",
  numerator: "coalesce(sum(paid), 0)",
  by: byArea,
  span: "flow",
  formula: words("本期拨付金额之和", "amounts paid in the quarter"),
  reading: words(
    "按拨付日期计入当季；有金额没有日期、有日期没有金额的都不计。",
    "In the quarter of the day of payment; an amount without a day, or a day without an amount, is not counted.",
  ),
  source: plan,
  better: "neither",
};

/** 元 since the beginning. */
export const paidToDate: Indicator = {
  ...paid,
  id: "paid_to_date",
  words: words("累计拨付奖补资金", "grants paid to date"),
  from: "stations.grants_to_date",
  span: "stock",
  formula: words("截至季末拨付金额之和", "amounts paid by the quarter's last day"),
  reading: words(`${toDate.zh}。`, `Added up ${toDate.en}.`),
};

/** 元 at most. */
export const ceiling: Indicator = {
  ...paid,
  id: "ceiling",
  words: words("奖补总上限", "ceiling of the grants"),
  from: "stations.plan",
  numerator: "sum(ceiling)",
  by: {},
  span: "stock",
  formula: words(
    "计划站点（52个） × 单站上限（2万元）",
    "stations planned (52) × the most for one (20,000 yuan)",
  ),
  reading: words(
    "是上限，不是预算数；两个数都在设置里。",
    "A ceiling, not a budget; both numbers are settings.",
  ),
};

/** Paid of the most that the accepted stations may get. */
export const paidOfAccepted: Indicator = {
  id: "paid_accepted_rate",
  words: words("验收合格站点奖补拨付率", "paid of what accepted stations may get"),
  unit: "rate",
  from: "stations.grants_to_date",
  numerator: "sum(paid)",
  denominator: "sum(due_at_most)",
  parts: { numerator: "yuan", denominator: "yuan" },
  by: byArea,
  span: "stock",
  formula: words(
    "累计拨付金额 ÷（验收合格站点 × 单站上限2万元）",
    "amounts paid to date ÷ (stations accepted × 20,000 yuan)",
  ),
  reading: words(
    `分母按上限算，核定低于上限的即使全部拨付也到不了100%；分子为全部拨付，含不该拨付的。${toDate.zh}。`,
    `Against the ceiling: where less was approved, payment in full stays below 100%. Every payment is in the numerator, even one that should not have been made. Added up ${toDate.en}.`,
  ),
  source: plan,
  better: "more",
};

/** Paid of the whole ceiling. */
export const paidOfCeiling: Indicator = {
  ...paidOfAccepted,
  id: "paid_ceiling_rate",
  words: words("奖补总上限已拨付比例", "paid of the whole ceiling"),
  from: "stations.plan",
  numerator: "sum(paid)",
  denominator: "sum(ceiling)",
  by: {},
  formula: words("累计拨付金额 ÷ 奖补总上限", "amounts paid to date ÷ ceiling of the grants"),
  reading: words(
    `${toDate.zh}；超过100%即突破上限。`,
    `Added up ${toDate.en}; above 100% the ceiling is broken.`,
  ),
  better: "neither",
};
