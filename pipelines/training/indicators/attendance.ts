import type { Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { bySession } from "../dimensions.ts";
import { attendanceRule } from "../source.ts";

export const attendanceRate: Indicator = {
  id: "attendance_rate",
  words: words("出勤率", "attendance rate"),
  unit: "rate",
  from: "training.lessons",
  needs: ["classes", "sessions", "enrolments"],
  where: "held AND has_sheet",
  numerator: "coalesce(sum(attended), 0)",
  denominator: "coalesce(sum(due), 0)",
  parts: { numerator: "person_time", denominator: "person_time" },
  by: bySession,
  span: "flow",
  formula: words("（出勤＋迟到＋早退）÷ 应到人次", "(present + late + left early) ÷ due"),
  reading: words(
    "应到人次＝上课当天在册的录取学员；停课不计，请假计入应到；没有考勤表的课次是缺表，不是缺勤，不计入；表上漏记的应到学员按未出勤计",
    "due are the learners in place on the session's day; cancelled sessions are out, leave stays in; a session without a sheet is missing, not absent, and left out; a learner due but left off the sheet counts as not there",
  ),
  source: attendanceRule,
  better: "more",
};

export const leaveRate: Indicator = {
  id: "leave_rate",
  words: words("请假率", "leave rate"),
  unit: "rate",
  from: "training.lessons",
  needs: ["classes", "sessions", "enrolments"],
  where: "held AND has_sheet",
  numerator: "coalesce(sum(on_leave), 0)",
  denominator: "coalesce(sum(due), 0)",
  parts: { numerator: "person_time", denominator: "person_time" },
  by: bySession,
  span: "flow",
  formula: words("请假 ÷ 应到人次", "on leave ÷ due"),
  reading: words("与出勤率同一分母", "the same denominator as the attendance rate"),
  source: attendanceRule,
  better: "less",
};

export const sheetsCompleteRate: Indicator = {
  id: "sheets_complete_rate",
  words: words("考勤完整率", "attendance sheets handed in"),
  unit: "rate",
  from: "training.lessons",
  needs: ["classes", "sessions", "enrolments"],
  where: "held",
  numerator: "count(*) FILTER (WHERE has_sheet)",
  denominator: "count(*)",
  parts: { numerator: "session", denominator: "session" },
  by: bySession,
  span: "flow",
  formula: words("有考勤表的课次 ÷ 实际课次", "sessions with an attendance sheet ÷ sessions held"),
  reading: words(
    "一个课次有一条考勤记录即为有考勤表；表上漏记的人另行提示",
    "one mark makes a sheet; learners left off a sheet are reported by a check",
  ),
  source: attendanceRule,
  better: "more",
  target: "1",
};
