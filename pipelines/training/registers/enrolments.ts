import { code, day, oneOf } from "../../../src/field.ts";
import type { Register } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";
import { enrolmentStates } from "../lists.ts";

export const enrolments: Register = {
  id: "enrolments",
  room: "training",
  words: words("报名", "Enrolments"),
  grain: words("一名学员报一个班", "one learner signing up for one class"),
  fields: {
    class_id: code("班次编号", "class number", {
      fillDown: true,
      aliases: ["班号", "班级编号", "培训班编号", "开班编号"],
    }),
    learner_id: code("学籍号", "learner number", { aliases: ["学籍编号", "学员编号", "学号", "档案号"] }),
    enrolled_on: day("报名日期", "enrolled on", { aliases: ["报名时间", "登记日期", "申请日期"] }),
    status: oneOf(enrolmentStates, "报名状态", "status", { aliases: ["状态", "录取状态", "录取情况"] }),
    withdrawn_on: day("退出日期", "withdrawn on", {
      optional: true,
      aliases: ["退出时间", "退学日期", "退课日期"],
    }),
  },
  key: ["class_id", "learner_id"],
  event: "enrolled_on",
  refers: [
    // Without its class a sign-up falls in no programme and no fill rate.
    { to: "classes", on: { class_id: "class_id" }, missing: "refuse" },
    // The sign-up is counted by its number; what is lost is the township and the village.
    { to: "learners", on: { learner_id: "learner_id" }, missing: "warn" },
  ],
  rules: [
    {
      field: "withdrawn_on",
      holds: ({ enrolled_on, withdrawn_on }) => !enrolled_on || !withdrawn_on || enrolled_on <= withdrawn_on,
      why: words("退出日期早于报名日期", "withdrawn before enrolling"),
      mend: words("请核对两个日期", "check both days"),
      severity: "error",
    },
    {
      field: "withdrawn_on",
      holds: ({ status, withdrawn_on }) => status !== "退出" || Boolean(withdrawn_on),
      why: words(
        "状态为退出而无退出日期，不知道应出勤到哪一天，按从未入班处理",
        "withdrawn without a day: taken as never having joined, since nobody knows until when the learner was due",
      ),
      mend: words("请补填退出日期", "give the day of withdrawal"),
      severity: "warning",
    },
    {
      field: "status",
      holds: ({ status, withdrawn_on }) => status !== "录取" || !withdrawn_on,
      why: words(
        "状态为录取却有退出日期，自退出日起按退出处理",
        "admitted, yet with a day of withdrawal: taken as withdrawn from that day",
      ),
      mend: words(
        "如已退出，请把状态改为退出；否则请清空退出日期",
        "set the status to withdrawn or clear the day",
      ),
      severity: "warning",
    },
  ],
};
