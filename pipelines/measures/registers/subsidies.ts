import { code, creditCode, day, money, oneOf } from "../../../src/field.ts";
import type { Register } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";
import { subsidyKinds } from "../lists.ts";

/** 补助发放: stipends and insurance subsidies, enterprise by enterprise. */
export const subsidies: Register = {
  id: "subsidies",
  room: "measures",
  words: words("补助发放", "Subsidies"),
  grain: words("一次发放", "one subsidy paid"),
  fields: {
    subsidy_id: code("发放编号", "subsidy number", {
      aliases: ["发放号", "发放序号", "补助编号", "发放单号"],
    }),
    kind: oneOf(subsidyKinds, "补助类型", "kind of subsidy", {
      aliases: ["补助类别", "补助项目", "补助种类", "补贴类型"],
      fillDown: true,
    }),
    enterprise_id: creditCode("统一社会信用代码", "unified social credit code", {
      aliases: ["信用代码", "社会信用代码", "统一信用代码", "企业信用代码", "统一代码", "企业代码"],
    }),
    paid_day: day("发放日期", "paid on", { aliases: ["发放时间", "补助日期", "拨付日期", "到账日期"] }),
    amount: money("金额", "amount", { aliases: ["发放金额", "补助金额", "补贴金额", "实发金额"] }),
  },
  key: ["subsidy_id"],
  event: "paid_day",
  refers: [
    // The money was paid and is counted; whether the enterprise was eligible cannot be told.
    { to: "enterprises", on: { enterprise_id: "enterprise_id" }, missing: "warn" },
  ],
  rules: [
    {
      field: "amount",
      holds: (row) => !/^-|^[≥<≈]?0+(\.0+)?$/.test(row.amount ?? ""),
      why: words(
        "金额为零或负数，不算已享受补助",
        "is nothing or less, so it is not counted as a subsidy received",
      ),
      mend: words(
        "退回请核对原发放；没有发放就不要登记",
        "check what was paid back; leave out what was not paid",
      ),
      severity: "warning",
    },
  ],
  plausible: {
    alike: ["kind"],
    twice: { agree: ["kind", "enterprise_id", "paid_day", "amount"] },
  },
};
