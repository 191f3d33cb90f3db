import type { GapList, Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { proposed } from "./source.ts";

/** 项 gathered. */
export const proposals: Indicator = {
  id: "proposals",
  words: words("征集建议", "proposals gathered"),
  unit: "item",
  from: "visits.proposal_quarters",
  numerator: "count(*)",
  by: { origin: "origin" },
  span: "stock",
  formula: words("本年度任务清单中的建议数", "proposals of the year"),
  reading: words(
    "建议只有年度没有日期，年内各季都按全年清单计。",
    "A proposal has a year and no day, so every quarter of the year counts the whole list.",
  ),
  source: proposed,
  better: "neither",
};

/** 项 voted in. */
export const proposalsChosen: Indicator = {
  ...proposals,
  id: "proposals_chosen",
  words: words("入选建议", "proposals voted in"),
  where: "chosen",
  formula: words("本年度投票入选任务清单的建议数", "proposals of the year voted onto the task list"),
  target: "20",
};

/** Done of what was voted in. */
export const taskListDone: Indicator = {
  ...proposals,
  id: "task_list_done",
  words: words("任务清单完成率", "task list done"),
  unit: "rate",
  where: "chosen",
  numerator: "count(*) FILTER (WHERE done)",
  denominator: "count(*)",
  parts: { numerator: "item", denominator: "item" },
  formula: words(
    "季末前已完成的入选建议 ÷ 入选建议",
    "proposals voted in and done by the quarter's last day ÷ proposals voted in",
  ),
  reading: words(
    "以完成日期为准，年初累计到季末；分母为本年度实际入选数，设计数为20项。",
    "By the day of completion, from the start of the year to the quarter's last day. The denominator is what was voted in; the design number is 20.",
  ),
  better: "more",
  target: "1",
};

/** What of the list is still to do. */
export const taskListOpen: GapList = {
  id: "task_list_open",
  words: words("任务清单未完成事项", "task list still open"),
  from: "visits.task_list_open",
  columns: {
    proposal_id: words("建议编号", "proposal number"),
    proposal: words("建议事项", "proposal"),
    lead_unit: words("牵头单位", "lead unit"),
    deadline: words("完成时限", "deadline"),
  },
  order: "deadline NULLS LAST, proposal_id",
  of: "task_list_done",
  who: words("牵头单位", "the lead unit"),
};
