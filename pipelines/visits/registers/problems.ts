import { code, creditCode, day, oneOf, text } from "../../../src/field.ts";
import { type CodeList, listed } from "../../../src/list.ts";
import type { Register } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";
import { voices } from "../../lists.ts";

const problemStates: CodeList = [
  listed("待办", "to do", "未办", "待处理", "未处理"),
  listed("在办", "in hand", "办理中", "处理中", "正在办理", "未办结"),
  listed("办结", "closed", "已办结", "已办", "已解决", "完成", "已完成"),
  listed("转交", "handed over", "已转交", "转办", "移交"),
  listed("不予受理", "not accepted", "不受理", "未受理"),
];

const satisfactions: CodeList = [
  listed("满意", "satisfied", "很满意", "非常满意"),
  listed("基本满意", "fairly satisfied", "比较满意", "较满意"),
  listed("不满意", "not satisfied", "不太满意"),
  listed("未回访", "not followed up", "未评价", "待回访"),
];

/** 问题台账: what enterprises and workers asked for during visits, and what became of it. */
export const problems: Register = {
  id: "problems",
  room: "visits",
  words: words("问题台账", "Problems"),
  grain: words("一件诉求", "one demand"),
  fields: {
    problem_id: code("问题编号", "problem number", { aliases: ["诉求编号", "问题号", "问题序号"] }),
    visit_id: code("走访编号", "visit number", {
      aliases: ["走访号", "走访单号", "来源走访编号"],
      optional: true,
    }),
    enterprise_id: creditCode("统一社会信用代码", "unified social credit code", {
      aliases: ["信用代码", "社会信用代码", "统一信用代码", "企业信用代码", "统一代码", "企业代码"],
      optional: true,
    }),
    raised_day: day("提出日期", "raised on", {
      aliases: ["提出时间", "反映日期", "反映时间", "诉求日期", "收集日期", "收集时间"],
    }),
    party: oneOf([voices.enterprise, voices.workers], "诉求主体", "raised by", {
      aliases: ["反映主体", "诉求方", "提出方", "主体"],
    }),
    problem_kind: text("问题类别", "kind of problem", {
      aliases: ["问题类型", "诉求类别", "诉求类型", "问题分类"],
    }),
    description: text("问题描述", "description", {
      aliases: ["问题内容", "诉求内容", "具体问题", "问题详情", "反映问题"],
      optional: true,
      personal: true,
      identifies: false,
    }),
    handled_by: text("承办单位", "handled by", {
      aliases: ["办理单位", "责任单位", "承办部门", "责任部门"],
      optional: true,
    }),
    deadline: day("办理时限", "deadline", {
      aliases: ["办理期限", "办结时限", "限办日期", "应办结日期", "要求办结日期"],
      optional: true,
    }),
    closed_day: day("办结日期", "closed on", {
      aliases: ["办结时间", "办理完成日期", "解决日期"],
      optional: true,
    }),
    state: oneOf(problemStates, "办理状态", "state", {
      aliases: ["状态", "办理情况", "办理进度", "是否办结"],
    }),
    satisfaction: oneOf(satisfactions, "满意度", "satisfaction", {
      aliases: ["满意情况", "满意度评价", "回访满意度", "回访情况"],
      optional: true,
    }),
  },
  key: ["problem_id"],
  event: "raised_day",
  refers: [
    // Both only say in which township a problem is shown; it is counted all the same.
    { to: "visits", on: { visit_id: "visit_id" }, missing: "warn" },
    { to: "enterprises", on: { enterprise_id: "enterprise_id" }, missing: "warn" },
  ],
  rules: [
    {
      field: "closed_day",
      holds: (row) => row.closed_day == null || row.raised_day == null || row.raised_day <= row.closed_day,
      why: words("办结日期早于提出日期", "is before the day the problem was raised"),
      mend: words("请核对两个日期", "check both days"),
      severity: "error",
    },
    {
      field: "closed_day",
      holds: (row) => row.state !== "办结" || row.closed_day != null,
      why: words(
        "状态为办结而没有办结日期，统计时不算办结",
        "is empty though closed, so it is not counted as closed",
      ),
      mend: words("请补填办结日期", "fill in the day it was closed"),
      severity: "warning",
    },
  ],
  plausible: { done: ["closed_day"] },
};
