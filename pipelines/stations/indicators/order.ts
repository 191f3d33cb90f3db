import type { GapList, Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { byArea } from "./dimensions.ts";
import { plan } from "./source.ts";

const stationNumber = words("站点编号", "station number");
const approved = words("核定金额（元）", "approved (yuan)");
const paid = words("拨付金额（元）", "paid (yuan)");
/** Who approves and pays. */
const payers = words("市总工会权益保障部和财务", "the federation's rights office and its accounts");
const acceptedOn = words("验收日期", "accepted on");

/** Paid of what was accepted, in stations. */
export const acceptedPaid: Indicator = {
  id: "accepted_paid_rate",
  words: words("验收合格站点已拨付占比", "accepted stations that were paid"),
  unit: "rate",
  from: "stations.grants_to_date",
  where: "accepted",
  numerator: "count(*) FILTER (WHERE was_paid)",
  denominator: "count(*)",
  parts: { numerator: "station", denominator: "station" },
  by: byArea,
  span: "stock",
  formula: words(
    "截至季末已拨付的验收合格站点 ÷ 验收合格站点",
    "accepted stations paid by the quarter's last day ÷ stations accepted",
  ),
  reading: words("按站点数计，拨付多少不论。", "In stations, however much was paid."),
  source: plan,
  better: "more",
  target: "1",
};

/** Nobody got more than two ten-thousands. */
export const withinCeiling: Indicator = {
  ...acceptedPaid,
  id: "within_ceiling_rate",
  words: words("未超单站奖补上限的站点占比", "stations within their ceiling"),
  where: "true",
  numerator: "count(*) FILTER (WHERE over_ceiling IS DISTINCT FROM true)",
  formula: words(
    "核定、拨付都不超过2万元的站点 ÷ 已验收或已拨付的站点",
    "stations for which neither the amount approved nor the amount paid is above 20,000 yuan ÷ stations inspected or paid",
  ),
  reading: words(
    "恰好2万元不算超；核定金额自验收日期起算，拨付金额自拨付日期起算。",
    "Exactly 20,000 is within. The amount approved counts from the day of acceptance, the amount paid from the day of payment.",
  ),
};

/** 以奖代补: first accepted, then paid. */
export const inOrder: Indicator = {
  ...acceptedPaid,
  id: "paid_in_order_rate",
  words: words("先验收后奖补比例", "grants paid after acceptance"),
  from: "stations.payments",
  where: "true",
  numerator: "count(*) FILTER (WHERE in_order)",
  span: "flow",
  formula: words(
    "验收合格当日或之后拨付的站点 ÷ 本期拨付的站点",
    "stations paid on or after the day they were accepted ÷ stations paid",
  ),
  reading: words(
    "以奖代补：拨付早于验收的、验收不合格仍拨付的都算未按顺序；按拨付日期计入当季。",
    "A reward after the fact: payment before acceptance, or in spite of failing it, is out of order. In the quarter of the payment.",
  ),
};

/** Who waits for the money. */
export const acceptedUnpaid: GapList = {
  id: "accepted_unpaid",
  words: words("验收合格尚未拨付的站点", "stations accepted and not yet paid"),
  from: "stations.accepted_unpaid",
  columns: {
    station_id: stationNumber,
    station_name: words("站点名称", "station"),
    district: words("所属县区", "district"),
    accepted_on: acceptedOn,
    approved,
    days_waiting: words("验收至季末天数", "days since acceptance"),
  },
  order: "days_waiting DESC, station_id",
  of: "accepted_paid_rate",
  by: "area",
  who: payers,
};

/** A finding. */
export const overCeiling: GapList = {
  id: "over_ceiling",
  words: words("超过单站奖补上限的站点", "stations above their ceiling"),
  from: "stations.over_ceiling",
  columns: { station_id: stationNumber, approved, paid },
  order: "station_id",
  of: "within_ceiling_rate",
  by: "area",
  who: payers,
};

/** A finding. */
export const outOfOrder: GapList = {
  id: "out_of_order",
  words: words("未按先验收后奖补拨付的站点", "stations paid out of order"),
  from: "stations.out_of_order",
  columns: {
    station_id: stationNumber,
    finding: words("问题", "finding"),
    accepted_on: acceptedOn,
    paid_on: words("拨付日期", "paid on"),
    paid,
  },
  order: "station_id",
  of: "paid_in_order_rate",
  by: "area",
  who: payers,
};
