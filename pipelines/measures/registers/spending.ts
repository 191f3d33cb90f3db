import { code, day, money, oneOf } from "../../../src/field.ts";
import type { Register } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";
import { fundings } from "../lists.ts";
import { measureHeaders } from "./headers.ts";

/** 资金台账: what was spent on a measure. */
export const spending: Register = {
  id: "spending",
  room: "measures",
  words: words("资金台账", "Spending"),
  grain: words("一笔支出", "one payment"),
  fields: {
    spending_id: code("支出编号", "payment number", {
      aliases: ["支出号", "支出序号", "支出凭证号", "凭证号", "付款编号"],
    }),
    measure_id: code("措施编号", "measure number", { aliases: measureHeaders }),
    source: oneOf(fundings, "资金来源", "source of the money", {
      aliases: ["经费来源", "列支渠道", "资金渠道", "来源"],
      optional: true,
    }),
    spent_day: day("支出日期", "spent on", {
      aliases: ["支出时间", "付款日期", "列支日期", "拨付日期", "支付日期"],
    }),
    amount: money("支出金额", "amount", {
      aliases: ["支出数", "支出", "付款金额", "列支金额", "拨付金额", "金额"],
    }),
  },
  key: ["spending_id"],
  event: "spent_day",
  refers: [
    // Without its measure a payment has neither a budget nor a nature of money.
    { to: "measures", on: { measure_id: "measure_id" }, missing: "refuse" },
  ],
  rules: [
    {
      field: "amount",
      holds: (row) => !/^-|^[≥<≈]?0+(\.0+)?$/.test(row.amount ?? ""),
      why: words("支出金额为零或负数", "is nothing or less"),
      mend: words(
        "冲销请核对原支出；没有支出就不要登记",
        "check the payment it reverses; leave out what was not spent",
      ),
      severity: "warning",
    },
  ],
  plausible: {
    alike: ["measure_id"],
    twice: { agree: ["measure_id", "spent_day", "amount"], differ: ["source"] },
  },
};
