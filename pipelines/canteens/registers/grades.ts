import { day, oneOf, score } from "../../../src/field.ts";
import type { Register } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";
import { gradeKinds, grades as gradeList } from "../lists.ts";
import { canteenId, onRoster } from "./canteen.ts";

/**
 * 量化分级: what grade a canteen was given. No `event`: a grade holds until the next one, and those of years before
 * are the base that this year starts from; they open no quarter of their own.
 */
export const grades: Register = {
  id: "grades",
  room: "canteens",
  words: words("量化分级", "Food safety grades"),
  grain: words("一个食堂的一次评定", "one grading of one canteen"),
  fields: {
    canteen_id: canteenId(),
    grade_kind: oneOf(gradeKinds, "评定类型", "kind of grade", {
      aliases: ["评级类型", "分级类型", "等级类型", "评定类别"],
      fillDown: true,
    }),
    graded_on: day("评定日期", "graded on", { aliases: ["评级日期", "评定时间", "分级日期", "检查日期"] }),
    points: score("得分", "points", { aliases: ["评分", "评定得分", "量化得分", "分数"], optional: true }),
    grade: oneOf(gradeList, "等级", "grade", {
      aliases: ["评定等级", "量化等级", "级别", "评级结果", "评定结果"],
    }),
  },
  key: ["canteen_id", "grade_kind", "graded_on"],
  refers: [onRoster],
  rules: [
    {
      field: "points",
      holds: (row) => row.points == null || Number(row.points) <= 100,
      why: words("得分超过100分，等级仍按所填计", "is above 100 points; the grade is counted as given"),
      mend: words("请按百分制核对得分", "check the points, out of a hundred"),
      severity: "warning",
    },
  ],
  plausible: { done: ["graded_on"] },
};
