import { code, count, day, oneOf, text } from "../../../src/field.ts";
import type { Register } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";
import { forms, programmes } from "../lists.ts";

export const classes: Register = {
  id: "classes",
  room: "training",
  words: words("班次", "Classes"),
  grain: words("一个班次", "one class"),
  fields: {
    class_id: code("班次编号", "class number", { aliases: ["班号", "班级编号", "培训班编号", "开班编号"] }),
    programme: oneOf(programmes, "项目", "programme", { aliases: ["培训项目", "项目类型", "项目名称"] }),
    course: text("课程名称", "course", { aliases: ["课程", "班次名称", "班名", "培训班名称", "培训内容"] }),
    category: text("类别", "category", { aliases: ["课程类别", "课程类型", "培训类别", "公益课类别"] }),
    form: oneOf(forms, "教学形式", "teaching form", {
      aliases: ["授课形式", "培训形式", "授课方式", "办班形式"],
    }),
    point: text("教学点", "teaching point", {
      aliases: ["教学地点", "培训地点", "授课地点", "上课地点", "办班地点"],
    }),
    area: code("所属区县", "district", {
      optional: true,
      aliases: ["区县", "所在区县", "县区", "所属县区", "所属区市", "所属镇街", "区划代码"],
    }),
    union_name: text("主办工会", "organising union", {
      aliases: ["主办单位", "承办工会", "举办单位", "办班单位"],
    }),
    first_day: day("开班日期", "first day", {
      aliases: ["开班时间", "开始日期", "开课日期", "培训开始日期"],
    }),
    last_day: day("结束日期", "last day", { aliases: ["结班日期", "结业日期", "结束时间", "培训结束日期"] }),
    planned_sessions: count("计划课次", "planned sessions", {
      aliases: ["计划次数", "总课次", "应上课次", "课次数"],
    }),
    capacity: count("容量", "capacity", {
      aliases: ["计划人数", "招生人数", "班额", "名额", "计划招收人数"],
    }),
  },
  key: ["class_id"],
  event: "first_day",
  refers: [
    {
      to: "areas",
      on: { area: "area_id" },
      byName: { from: "area", among: ["name", "former_name"] },
      // The class is counted all the same; only its place in a breakdown is in doubt.
      missing: "warn",
    },
  ],
  rules: [
    {
      field: "last_day",
      holds: ({ first_day, last_day }) => !first_day || !last_day || first_day <= last_day,
      why: words("结束日期早于开班日期", "the last day is before the first day"),
      mend: words("请核对两个日期", "check both days"),
      severity: "error",
    },
    {
      field: "capacity",
      holds: ({ capacity }) => capacity !== "0",
      why: words("容量为 0，无法计算满座率", "a capacity of 0 gives no fill rate"),
      mend: words("请填计划招收人数", "give the number of places"),
      severity: "warning",
    },
  ],
};
