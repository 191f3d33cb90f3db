import { code, day, text } from "../../../src/field.ts";
import type { Register, RowRule } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";

const inOrder = (earlier: string, later: string, zh: string, en: string): RowRule => ({
  field: later,
  holds: (row) => !row[earlier] || !row[later] || row[earlier] <= row[later],
  why: words(zh, en),
  mend: words("请核对两个日期", "check both days"),
  severity: "error",
});

export const requests: Register = {
  id: "requests",
  room: "training",
  words: words("点单", "Requests"),
  grain: words("一份点单", "one request for a course"),
  fields: {
    request_id: code("点单编号", "request number", { aliases: ["点单号", "订单编号", "需求编号"] }),
    requested_on: day("点单日期", "requested on", { aliases: ["点单时间", "下单日期", "需求日期"] }),
    category: text("类别", "category", { aliases: ["课程类别", "点单类别", "需求类别", "课程类型"] }),
    requester: text("点单单位", "requesting unit", {
      aliases: ["点单工会", "需求单位", "申请单位", "点单企业"],
    }),
    dispatched_on: day("派单日期", "dispatched on", { optional: true, aliases: ["派单时间", "分派日期"] }),
    done_on: day("办单日期", "done on", { optional: true, aliases: ["办单时间", "办结日期", "完成日期"] }),
  },
  key: ["request_id"],
  event: "requested_on",
  rules: [
    inOrder("requested_on", "dispatched_on", "派单日期早于点单日期", "dispatched before it was requested"),
    inOrder("requested_on", "done_on", "办单日期早于点单日期", "done before it was requested"),
    inOrder("dispatched_on", "done_on", "办单日期早于派单日期", "done before it was dispatched"),
  ],
  plausible: { done: ["dispatched_on", "done_on"] },
};
