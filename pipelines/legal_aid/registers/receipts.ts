import { code, day, money } from "../../../src/field.ts";
import type { Register } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";
import { caseHeaders } from "./headers.ts";

/** 到账明细: money that really reached the workers. */
export const receipts: Register = {
  id: "receipts",
  room: "legal_aid",
  words: words("到账明细", "receipts"),
  grain: words("一笔到账", "one receipt"),
  fields: {
    voucher_id: code("凭证号", "voucher number", {
      aliases: ["凭证编号", "到账凭证号", "凭证号码", "回单号", "回单编号", "收据号"],
    }),
    case_id: code("案件编号", "case number", { aliases: caseHeaders }),
    received_on: day("到账日期", "date received", {
      aliases: ["到账时间", "到款日期", "收款日期", "入账日期", "兑付日期", "执行到位日期"],
    }),
    amount: money("到账金额", "amount received", {
      aliases: [
        "到账数额",
        "实际到账金额",
        "实到金额",
        "到款金额",
        "收款金额",
        "入账金额",
        "兑付金额",
        "执行到位金额",
      ],
    }),
  },
  key: ["voucher_id"],
  event: "received_on",
  refers: [
    // Without its case a receipt has no level and no cause, and would raise `received` but not `receipt_rate`.
    { to: "cases", on: { case_id: "case_id" }, missing: "refuse" },
  ],
  rules: [
    {
      field: "amount",
      holds: (row) => !/^-|^[≥<≈]?0+(\.0+)?$/.test(row.amount ?? ""),
      why: words("到账金额为零或负数", "is nothing or less"),
      mend: words(
        "冲销请核对原凭证；没有到账就不要登记",
        "check the voucher it reverses; leave out what was not received",
      ),
      severity: "warning",
    },
  ],
  plausible: { twice: { agree: ["case_id", "received_on", "amount"] } },
};
