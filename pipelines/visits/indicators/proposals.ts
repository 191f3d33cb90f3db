import type { GapList, Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { proposed } from "./source.ts";

/** 项 gathered. */
export const proposals: Indicator = {
  id: "proposals",
  words: words("征集建议", "proposals gathered"),
  unit: "item",
  from: "visits.proposal_quarters",
  // A year without any was not handed in; it did not gather none.
  numerator: "nullif(count(*), 0)",
  by: { origin: "origin" },
  span: "stock",
  formula: words("本年度任务清单中的建议数", "proposals of the year"),
  reading: words(
    "建议只有年度没有日期，年内各季都按全年清单计；当年清单未报的不作零项。",
    "A proposal has a year and no day, so every quarter of the year counts the whole list. A year whose list was not handed in has no number.",
  ),
  source: proposed,
  better: "neither",
};

/** 项 voted in. */
export const proposalsChosen: Indicator = {
  ...proposals,
  id: "proposals_chosen",
  words: words("入选建议", "proposals voted in"),
  numerator: "CASE WHEN count(*) > 0 THEN count(*) FILTER (WHERE chosen) END",
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
    "以完成日期为准，年初累计到季末；分母为本年度实际入选数，规定数为20项。",
    "By the day of completion, from the start of the year to the quarter's last day. The denominator is what was voted in; the design number is 20.",
  ),
  better: "more",
  target: "1",
};

/** 48 gathered, 20 voted in. */
export const chosenRate: Indicator = {
  ...proposals,
  id: "proposals_chosen_rate",
  words: words("建议入选率", "proposals voted in, of those gathered"),
  unit: "rate",
  numerator: "count(*) FILTER (WHERE chosen)",
  denominator: "count(*)",
  parts: { numerator: "item", denominator: "item" },
  formula: words("入选建议 ÷ 征集建议", "proposals voted in ÷ proposals gathered"),
};

/** Where the vote drew the line. */
export const votesLeast: Indicator = {
  ...proposals,
  id: "votes_least_chosen",
  words: words("入选建议最低得票", "fewest votes of a proposal voted in"),
  unit: "vote",
  where: "chosen",
  numerator: "min(votes)",
  formula: words("入选建议得票数的最小值", "the fewest votes that a proposal voted in received"),
  reading: words(
    "即入选线；没有填得票数的建议不参加比较。高于“未入选建议最高得票”才说明按票数入选。",
    "The line of the vote. Proposals without a number of votes are left out. It lies above the most votes of those not voted in where votes alone decided.",
  ),
};

/** Beside the line above: it shows whether votes alone decided. */
export const votesMost: Indicator = {
  ...votesLeast,
  id: "votes_most_unchosen",
  words: words("未入选建议最高得票", "most votes of a proposal not voted in"),
  where: "NOT chosen",
  numerator: "max(votes)",
  formula: words("未入选建议得票数的最大值", "the most votes that a proposal not voted in received"),
};

/** Done by the deadline, of what fell due. */
export const taskListOnTime: Indicator = {
  ...taskListDone,
  id: "task_list_on_time",
  words: words("任务清单按时完成率", "task list done on time"),
  where: "due",
  numerator: "count(*) FILTER (WHERE on_time)",
  formula: words(
    "在完成时限当日或之前完成的入选建议 ÷ 季末前完成时限已到的入选建议",
    "proposals done on or before their deadline ÷ proposals voted in whose deadline had come by the quarter's last day",
  ),
  reading: words(
    "分母是已到时限的，不是已完成的；没有完成时限的不计；年初累计到季末。",
    "Divided by what had fallen due, not by what was done. Without a deadline it is left out. From the start of the year to the quarter's last day.",
  ),
};

/** What earlier years left to do. */
export const carriedDone: Indicator = {
  ...proposals,
  id: "carried_over_done",
  words: words("往年结转事项完成率", "done of what earlier years left over"),
  unit: "rate",
  from: "visits.proposals_carried",
  numerator: "count(*) FILTER (WHERE done)",
  denominator: "count(*)",
  parts: { numerator: "item", denominator: "item" },
  formula: words(
    "季末前已完成的往年结转事项 ÷ 往年入选、本年初尚未完成的事项",
    "done by the quarter's last day ÷ proposals voted in in earlier years and not done when the year began",
  ),
  reading: words(
    "往年清单上本年开始时还没有完成的事项，一直跟到完成为止，不进本年的任务清单完成率。",
    "What was voted in in earlier years is followed until it is done, apart from this year's list.",
  ),
  better: "more",
  target: "1",
};

/** What is left of it. */
export const carriedOpen: GapList = {
  id: "carried_open",
  words: words("往年结转未完成事项", "left over from earlier years and still open"),
  from: "visits.carried_open",
  columns: {
    proposal_id: words("建议编号", "proposal number"),
    proposal: words("建议事项", "proposal"),
    lead_unit: words("牵头单位", "lead unit"),
    deadline: words("完成时限", "deadline"),
  },
  order: "deadline NULLS LAST, proposal_id",
  of: "carried_over_done",
  page: "proposals",
  who: words("牵头单位", "the lead unit"),
};

/** What of the list is still to do. */
export const taskListOpen: GapList = {
  id: "task_list_open",
  words: words("任务清单未完成事项", "task list still open"),
  from: "visits.task_list_open",
  columns: {
    proposal_id: words("建议编号", "proposal number"),
    proposal: words("建议事项", "proposal"),
    deadline: words("完成时限", "deadline"),
    days_over: words("逾期天数", "days overdue"),
  },
  order: "deadline NULLS LAST, proposal_id",
  of: "task_list_done",
  page: "proposals",
  who: words("牵头单位", "the lead unit"),
};
