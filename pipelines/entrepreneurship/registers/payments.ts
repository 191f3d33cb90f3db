import { code, day, money } from "../../../src/field.ts";
import type { Register } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";
import { honoureeHeaders, lineHeaders } from "./headers.ts";

/** 拨付台账: money paid out of the budget, to whom. */
export const payments: Register = {
  id: "payments",
  room: "entrepreneurship",
  words: words("拨付台账", "Payments"),
  grain: words("一笔拨付", "one payment"),
  fields: {
    payment_id: code("拨付编号", "payment number", {
      aliases: ["拨付号", "拨款编号", "拨付单号", "支付编号"],
    }),
    line_id: code("项目编码", "line code", { aliases: lineHeaders }),
    honouree_id: code("对象编号", "number of the honouree", { aliases: honoureeHeaders, optional: true }),
    paid_day: day("拨付日期", "paid on", { aliases: ["拨付时间", "拨款日期", "支付日期", "拨付日"] }),
    amount: money("拨付金额", "amount paid", {
      aliases: ["拨款金额", "支付金额", "拨付数额", "拨付资金", "实拨金额"],
    }),
    voucher: code("凭证号", "voucher", {
      aliases: ["凭证编号", "凭证号码", "记账凭证号", "回单号"],
      optional: true,
    }),
  },
  key: ["payment_id"],
  event: "paid_day",
  refers: [
    // Without its line a payment has no year, no level and no budget to stand against.
    { to: "budget_lines", on: { line_id: "line_id" }, missing: "refuse" },
    // The money has left all the same: it is counted, and a check names it.
    { to: "honourees", on: { honouree_id: "honouree_id" }, missing: "warn" },
  ],
  rules: [
    {
      field: "amount",
      holds: (row) => !/^-|^[≥<≈]?0+(\.0+)?$/.test(row.amount ?? ""),
      why: words("拨付金额为零或负数", "is nothing or less"),
      mend: words(
        "退回、冲销请核对原凭证；没有拨付就不要登记",
        "check the voucher it reverses; leave out what was not paid",
      ),
      severity: "warning",
    },
  ],
  plausible: {
    alike: ["line_id"],
    twice: { agree: ["line_id", "honouree_id", "paid_day", "amount"], differ: ["voucher"] },
  },
};
