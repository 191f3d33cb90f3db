import { code, count, oneOf } from "../../../src/field.ts";
import type { Register } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";
import { marks } from "../lists.ts";

export const attendance: Register = {
  id: "attendance",
  room: "training",
  words: words("考勤", "Attendance"),
  grain: words("一名学员在一次课上的考勤", "one learner at one session"),
  fields: {
    class_id: code("班次编号", "class number", {
      fillDown: true,
      aliases: ["班号", "班级编号", "培训班编号", "开班编号"],
    }),
    session_no: count("课次", "session", {
      fillDown: true,
      aliases: ["课次序号", "第几课", "第几次课", "上课次序", "次序"],
    }),
    learner_id: code("学籍号", "learner number", { aliases: ["学籍编号", "学员编号", "学号", "档案号"] }),
    mark: oneOf(marks, "考勤状态", "mark", {
      aliases: ["考勤", "出勤情况", "考勤情况", "出勤状态", "考勤结果"],
    }),
  },
  key: ["class_id", "session_no", "learner_id"],
  refers: [
    // The session gives the day, so without it a mark falls in no quarter.
    { to: "sessions", on: { class_id: "class_id", session_no: "session_no" }, missing: "refuse" },
    // Whoever is not enrolled is in no denominator and may not be in the numerator.
    { to: "enrolments", on: { class_id: "class_id", learner_id: "learner_id" }, missing: "refuse" },
  ],
};
