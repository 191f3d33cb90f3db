import { code, day, money, oneOf } from "../../../src/field.ts";
import type { Register, RowRule } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";
import { outcomes } from "../lists.ts";
import { stationHeaders } from "./headers.ts";

const notNegative = (field: string): RowRule => ({
  field,
  holds: (row) => !(row[field] ?? "").startsWith("-"),
  why: words("金额为负数", "is less than nothing"),
  mend: words("请核对后填不小于零的金额", "check it and give an amount that is not negative"),
  severity: "error",
});

/** 验收奖补: a station is accepted first and paid for afterwards. */
export const grants: Register = {
  id: "grants",
  room: "stations",
  words: words("验收奖补", "acceptance and grants"),
  grain: words("一个站点的验收和奖补", "the acceptance of one station and its grant"),
  fields: {
    station_id: code("站点编号", "station number", { aliases: stationHeaders }),
    accepted_on: day("验收日期", "day of acceptance", { aliases: ["验收时间", "检查验收日期", "考核日期"] }),
    outcome: oneOf(outcomes, "验收结论", "outcome", {
      aliases: ["验收结果", "是否合格", "验收情况", "考核结论"],
    }),
    approved: money("核定金额", "amount approved", {
      aliases: ["核定奖补金额", "奖补金额", "核定补助金额", "应补金额", "补助标准"],
    }),
    paid_on: day("拨付日期", "day of payment", {
      aliases: ["拨付时间", "拨款日期", "付款日期", "兑付日期"],
      optional: true,
    }),
    paid: money("拨付金额", "amount paid", {
      aliases: ["实拨金额", "已拨金额", "拨款金额", "付款金额", "实际拨付金额"],
      optional: true,
    }),
  },
  key: ["station_id"],
  event: "accepted_on",
  refers: [
    // Without its station a payment has no district, and a mistyped number would leave the right station unpaid.
    { to: "stations", on: { station_id: "station_id" }, missing: "refuse" },
  ],
  rules: [
    notNegative("approved"),
    notNegative("paid"),
    {
      field: "paid_on",
      holds: ({ paid_on, paid }) => !paid || Boolean(paid_on),
      why: words(
        "有拨付金额而没有拨付日期，不计入已拨付",
        "is empty though an amount is given, so the payment is not counted",
      ),
      mend: words("请补填拨付日期", "fill in the day of payment"),
      severity: "warning",
    },
    {
      field: "paid",
      holds: ({ paid_on, paid }) => !paid_on || Boolean(paid),
      why: words(
        "有拨付日期而没有拨付金额，不计入已拨付",
        "is empty though a day is given, so the payment is not counted",
      ),
      mend: words("请补填拨付金额", "fill in the amount paid"),
      severity: "warning",
    },
  ],
  plausible: { done: ["paid_on"] },
};
