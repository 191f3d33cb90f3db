import { code, day, oneOf, text } from "../../../src/field.ts";
import type { Register } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";
import { sexes } from "../lists.ts";

export const learners: Register = {
  id: "learners",
  room: "training",
  words: words("学籍", "Learners"),
  grain: words("一名学员", "one learner"),
  fields: {
    learner_id: code("学籍号", "learner number", { aliases: ["学籍编号", "学员编号", "学号", "档案号"] }),
    learner_name: text("姓名", "name", { personal: true, aliases: ["学员姓名", "学员"] }),
    sex: oneOf(sexes, "性别", "sex", { optional: true }),
    workplace: text("工作单位", "workplace", { optional: true, aliases: ["单位", "所在单位", "单位名称"] }),
    area: code("所在镇街", "township", {
      optional: true,
      aliases: ["镇街", "所属镇街", "所在乡镇", "乡镇", "乡镇街道", "所在街道"],
    }),
    village: text("所在村", "village", {
      optional: true,
      aliases: ["村", "村名", "村居", "所在村居", "行政村"],
    }),
    phone: text("联系电话", "telephone", {
      optional: true,
      personal: true,
      aliases: ["电话", "手机", "手机号", "手机号码", "联系方式"],
    }),
    person_category: text("人员类别", "kind of person", {
      optional: true,
      personal: true,
      identifies: false,
      aliases: ["学员类别", "人员类型", "身份类别"],
    }),
    filed_on: day("建档日期", "filed on", { aliases: ["建档时间", "登记日期", "建立日期"] }),
  },
  key: ["learner_id"],
  person: { number: "learner_id", since: "filed_on" },
  refers: [
    {
      to: "areas",
      on: { area: "area_id" },
      byName: { from: "area", among: ["name", "former_name"] },
      // Where a learner lives informs; the learner is counted either way.
      missing: "warn",
    },
  ],
  plausible: {
    done: ["filed_on"],
    twice: { agree: ["learner_name", "phone"], differ: ["sex", "workplace", "area", "village"] },
  },
};
