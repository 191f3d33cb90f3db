import { code, creditCode, day, manyOf, oneOf, text, yesNo } from "../../../src/field.ts";
import { type CodeList, listed } from "../../../src/list.ts";
import type { Register } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";
import { tasks } from "../tasks.ts";

/** 走访方式. Only 实地 counts for coverage. */
export const visitMethods: CodeList = [
  listed("实地", "on site", "现场", "上门", "实地走访", "上门走访", "现场走访", "入企"),
  listed("电话", "by phone", "电话走访", "电话联系", "电访"),
  listed("线上", "online", "网上", "网络", "视频", "微信", "线上走访"),
];

/** 走访台账: the service book (服务手册) of the cadres who visit enterprises. */
export const visits: Register = {
  id: "visits",
  room: "visits",
  words: words("走访台账", "Visits"),
  grain: words("一名干部对一家企业的一次走访", "one visit of one cadre to one enterprise"),
  fields: {
    visit_id: code("走访编号", "visit number", {
      aliases: ["走访号", "走访单号", "走访记录编号", "走访序号"],
      optional: true,
    }),
    visit_day: day("走访日期", "visit day", {
      aliases: ["走访时间", "走访日", "走访年月日", "走访日期时间", "下企日期", "入企日期"],
    }),
    enterprise_id: creditCode("统一社会信用代码", "unified social credit code", {
      aliases: ["信用代码", "社会信用代码", "统一信用代码", "企业信用代码", "统一代码", "企业代码"],
      optional: true,
    }),
    enterprise_name: text("企业名称", "enterprise", {
      aliases: [
        "单位名称",
        "企业",
        "走访企业",
        "走访企业名称",
        "被走访企业",
        "走访单位",
        "企业全称",
        "公司名称",
      ],
      optional: true,
    }),
    cadre_id: code("干部编号", "cadre number", {
      aliases: ["干部代码", "干部编码", "干部号", "走访干部编号", "走访人编号", "工号", "人员编号"],
      optional: true,
    }),
    cadre_name: text("走访人", "visitor", {
      aliases: ["走访干部", "走访人员", "走访人姓名", "走访干部姓名", "干部姓名", "工会干部", "姓名"],
      optional: true,
      personal: true,
    }),
    by_proxy: yesNo("是否代访", "by proxy", {
      aliases: ["代访", "是否代走访", "是否代为走访", "是否为代访"],
      optional: true,
    }),
    method: oneOf(visitMethods, "走访方式", "method", {
      aliases: ["走访形式", "走访类型", "走访途径", "方式"],
    }),
    tasks: manyOf(tasks, "任务类别", "tasks", {
      aliases: ["任务类型", "走访任务", "工作任务", "任务", "完成任务", "任务项目"],
      optional: true,
    }),
    content: text("走访内容", "content", {
      aliases: ["走访情况", "走访记录", "走访纪要", "工作内容", "走访详情"],
      optional: true,
      personal: true,
      identifies: false,
    }),
    logged_day: day("填报日期", "logged on", {
      aliases: ["填报时间", "录入日期", "录入时间", "登记日期", "登记时间", "填写日期", "上报日期"],
      optional: true,
    }),
  },
  key: ["visit_id"],
  otherwiseKey: ["enterprise_id", "visit_day", "cadre_id"],
  either: [
    ["enterprise_id", "enterprise_name"],
    ["cadre_id", "cadre_name"],
  ],
  event: "visit_day",
  refers: [
    // The enterprise decides what is one visit and in which township it counts.
    {
      to: "enterprises",
      on: { enterprise_id: "enterprise_id" },
      byName: { from: "enterprise_name", among: ["enterprise_name", "former_name"] },
      missing: "refuse",
    },
    // The cadre decides whose duty is met.
    {
      to: "cadres",
      on: { cadre_id: "cadre_id" },
      byName: { from: "cadre_name", among: ["cadre_name"] },
      missing: "refuse",
    },
  ],
  rules: [
    {
      field: "logged_day",
      holds: (row) => row.logged_day == null || row.visit_day == null || row.visit_day <= row.logged_day,
      why: words("填报日期早于走访日期", "is before the day of the visit"),
      mend: words("请核对走访日期与填报日期", "check both days"),
      severity: "warning",
    },
  ],
  plausible: { done: ["logged_day"] },
};
