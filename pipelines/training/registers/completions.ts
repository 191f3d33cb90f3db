import { code, day, yesNo } from "../../../src/field.ts";
import type { Register } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";

export const completions: Register = {
  id: "completions",
  room: "training",
  words: words("结业跟踪", "Completions"),
  grain: words("一名学员在一个班的结业与回访", "one learner finishing one class, and the follow-up"),
  fields: {
    class_id: code("班次编号", "class number", {
      fillDown: true,
      aliases: ["班号", "班级编号", "培训班编号", "开班编号"],
    }),
    learner_id: code("学籍号", "learner number", { aliases: ["学籍编号", "学员编号", "学号", "档案号"] }),
    completed: yesNo("是否结业", "completed", { aliases: ["结业", "是否合格", "是否毕业", "结业情况"] }),
    followed_up_on: day("回访日期", "followed up on", {
      optional: true,
      aliases: ["回访时间", "跟踪日期", "跟踪回访日期"],
    }),
    employed: yesNo("是否就业", "employed", {
      optional: true,
      aliases: ["就业", "就业情况", "是否已就业", "是否上岗"],
    }),
  },
  key: ["class_id", "learner_id"],
  refers: [
    // Whoever is not enrolled is in no denominator and may not be in the numerator.
    { to: "enrolments", on: { class_id: "class_id", learner_id: "learner_id" }, missing: "refuse" },
  ],
  rules: [
    {
      field: "followed_up_on",
      holds: ({ followed_up_on, employed }) => !employed || Boolean(followed_up_on),
      why: words(
        "填了是否就业而无回访日期，不计入已回访",
        "employment is answered without a day of follow-up: not counted as followed up",
      ),
      mend: words("请补填回访日期", "give the day of follow-up"),
      severity: "warning",
    },
    {
      field: "employed",
      holds: ({ followed_up_on, employed }) => !followed_up_on || Boolean(employed),
      why: words(
        "已回访而未填是否就业，按未就业计算",
        "followed up without an answer on employment: counted as not employed",
      ),
      mend: words("请补填是或否", "answer yes or no"),
      severity: "warning",
    },
  ],
  plausible: { done: ["followed_up_on"] },
};
