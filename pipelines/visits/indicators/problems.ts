import type { GapList, Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { serviceBook } from "./source.ts";

const by = { area: "area", kind: "kind", party: "party" };

/** 件 raised. */
export const problemsRaised: Indicator = {
  id: "problems_raised",
  words: words("收集问题", "problems raised"),
  unit: "case",
  from: "visits.problems_raised",
  numerator: "count(*)",
  by,
  span: "flow",
  formula: words("本期提出的问题数", "problems raised"),
  reading: words(
    "按提出日期计入当季，不予受理的也计。",
    "By the day it was raised, those not accepted included.",
  ),
  source: serviceBook,
  better: "neither",
};

/** 件 still open, by how long. */
export const problemsOnHand: Indicator = {
  ...problemsRaised,
  id: "problems_on_hand",
  words: words("未结问题", "problems open"),
  from: "visits.problems_on_hand",
  by: { ...by, age: "age" },
  span: "stock",
  formula: words(
    "季末日及以前提出、季末日仍未办结的问题数",
    "problems raised by the quarter's last day and not closed by then",
  ),
  reading: words(
    "不论何时提出、时限是否已到；不予受理的不计；转交不等于办结。未结时长从提出日期算到季末日。",
    "Whenever raised and whether due or not; those not accepted are out; passed on is not closed. Age runs from the day it was raised to the quarter's last day.",
  ),
  better: "less",
};

/** Closed of what fell due. */
export const problemsResolved: Indicator = {
  id: "problems_resolved_rate",
  words: words("问题办结率", "problems closed"),
  unit: "rate",
  from: "visits.problems_due",
  numerator: "count(*) FILTER (WHERE closed)",
  denominator: "count(*)",
  parts: { numerator: "case", denominator: "case" },
  by,
  span: "flow",
  formula: words(
    "本季应办结且季末前已办结的问题 ÷ 本季应办结的问题",
    "problems that fell due in the quarter and were closed by its last day ÷ problems that fell due in it",
  ),
  reading: words(
    "应办结按办理时限所在季度计，没有时限的按提出日期所在季度计；不予受理的不计；转交不等于办结，仍计应办结；没有办结日期的不算办结。",
    "A problem falls due in the quarter of its deadline or, without one, in the quarter it was raised. Those not accepted are left out. Handed over is not closed. Without a closing day a problem does not count as closed.",
  ),
  source: serviceBook,
  better: "more",
};

/** Closed by the deadline. */
export const onTime: Indicator = {
  ...problemsResolved,
  id: "on_time_rate",
  words: words("问题按时办结率", "problems closed on time"),
  where: "has_deadline",
  numerator: "count(*) FILTER (WHERE on_time)",
  formula: words(
    "在办理时限当日或之前办结的问题 ÷ 本季应办结且有办理时限的问题",
    "problems closed on or before their deadline ÷ problems with a deadline that fell due in the quarter",
  ),
  reading: words(
    "分母是应办结的，不是已办结的；没有办理时限的无从判断是否按时，不计。",
    "Divided by what fell due, not by what was closed. Without a deadline nothing can be said, so it is left out.",
  ),
};

/** Content of those asked. */
export const satisfaction: Indicator = {
  ...problemsResolved,
  id: "satisfaction_rate",
  words: words("诉求满意率", "satisfied with the outcome"),
  from: "visits.problems_closed",
  numerator: "count(*) FILTER (WHERE satisfied)",
  denominator: "count(*) FILTER (WHERE followed_up)",
  formula: words(
    "满意与基本满意的问题 ÷ 已回访的问题",
    "problems rated satisfied or fairly satisfied ÷ problems followed up",
  ),
  reading: words(
    "按办结日期计入当季；未回访和空白不进分母，须与回访率并看。",
    "By the closing day. Problems not followed up are not in the denominator: read it with the follow-up rate.",
  ),
};

/** How far the rate above can be believed. */
export const followUp: Indicator = {
  ...satisfaction,
  id: "follow_up_rate",
  words: words("回访率", "problems followed up"),
  numerator: "count(*) FILTER (WHERE followed_up)",
  denominator: "count(*)",
  formula: words("已回访的问题 ÷ 本季办结的问题", "problems followed up ÷ problems closed in the quarter"),
  reading: words(
    "满意度填了满意、基本满意或不满意的算已回访。",
    "Followed up means that one of the three ratings is given.",
  ),
};

/** What is still open of what fell due. */
export const problemsOpen: GapList = {
  id: "problems_open",
  words: words("到期未办结的问题", "problems due and not closed"),
  from: "visits.problems_open",
  columns: {
    problem_id: words("问题编号", "problem number"),
    kind: words("问题类别", "kind of problem"),
    handled_by: words("承办单位", "handled by"),
    days_over: words("逾期天数", "days overdue"),
  },
  order: "days_over DESC, problem_id",
  of: "problems_resolved_rate",
  by: "kind",
  who: words("承办单位", "the unit in charge"),
};
