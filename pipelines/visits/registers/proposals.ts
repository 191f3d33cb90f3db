import { code, count, day, oneOf, text, yesNo } from "../../../src/field.ts";
import type { Register } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";
import { voices } from "../../lists.ts";

/** 任务清单: the year's proposals, which of them were voted in, and which of those are done. */
export const proposals: Register = {
  id: "proposals",
  room: "visits",
  words: words("任务清单", "Proposals and task list"),
  grain: words("一条建议", "one proposal"),
  fields: {
    proposal_id: code("建议编号", "proposal number", { aliases: ["建议号", "清单编号", "任务编号"] }),
    year: code("年度", "year", { aliases: ["年份", "所属年度", "征集年度"], fillDown: true }),
    proposal: text("建议事项", "proposal", {
      aliases: ["建议内容", "建议名称", "任务事项", "建议", "任务名称"],
    }),
    origin: oneOf([voices.enterprise, voices.workers, voices.union], "来源", "origin", {
      aliases: ["建议来源", "提出方", "提出主体"],
    }),
    votes: count("得票数", "votes", { aliases: ["票数", "得票", "投票数"], optional: true }),
    chosen: yesNo("是否入选", "voted in", { aliases: ["入选", "是否列入清单", "是否列入", "是否入选清单"] }),
    lead_unit: text("牵头单位", "lead unit", {
      aliases: ["责任单位", "牵头部门", "责任部门"],
      optional: true,
    }),
    deadline: day("完成时限", "deadline", {
      aliases: ["完成期限", "计划完成日期", "要求完成日期"],
      optional: true,
    }),
    done_day: day("完成日期", "done on", {
      aliases: ["完成时间", "实际完成日期", "办结日期"],
      optional: true,
    }),
  },
  key: ["proposal_id"],
  rules: [
    {
      field: "year",
      holds: (row) => row.year == null || /^\d{4}年?$/.test(row.year),
      why: words("年度不是四位年份", "is not a year of four digits"),
      mend: words("请写四位年份，如 2018", "write four digits, like 2018"),
      severity: "error",
    },
  ],
  plausible: { done: ["done_day"] },
};
