import { code, count, day, yesNo } from "../../../src/field.ts";
import type { Register } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";

export const sessions: Register = {
  id: "sessions",
  room: "training",
  words: words("课次", "Sessions"),
  grain: words("一个班的一次课", "one session of a class"),
  fields: {
    class_id: code("班次编号", "class number", {
      fillDown: true,
      aliases: ["班号", "班级编号", "培训班编号", "开班编号"],
    }),
    session_no: count("课次", "session", { aliases: ["课次序号", "第几课", "第几次课", "上课次序", "次序"] }),
    held_on: day("上课日期", "day", { aliases: ["上课时间", "授课日期", "授课时间", "开课日期", "日期"] }),
    cancelled: yesNo("是否停课", "cancelled", { optional: true, aliases: ["停课", "是否取消", "取消"] }),
  },
  key: ["class_id", "session_no"],
  event: "held_on",
  refers: [
    // Without its class a session belongs to no programme and nobody is due at it.
    { to: "classes", on: { class_id: "class_id" }, missing: "refuse" },
  ],
};
