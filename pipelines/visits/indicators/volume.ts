import type { Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { rule, serviceBook } from "./source.ts";

/** 家次. */
export const visits: Indicator = {
  id: "visits",
  words: words("走访家次", "enterprise visits"),
  unit: "enterprise_visit",
  from: "visits.visit_log",
  numerator: "count(DISTINCT enterprise_day)",
  by: { area: "area", method: "method", ownership: "ownership", month: "month" },
  span: "flow",
  formula: words(
    "本期走访记录按“企业＋日期”去重计数",
    "distinct pairs of enterprise and day among the visits",
  ),
  reading: words(
    "同一企业同一天不论几名干部到访、几种方式，都计一家次；同一天用了两种方式的，分项之和会大于合计。",
    "One enterprise on one day is one visit, whoever came and however. Where two methods were used on one day the parts add up to more than the total.",
  ),
  source: rule,
  better: "more",
};

/** 家. */
export const enterprisesVisited: Indicator = {
  ...visits,
  id: "enterprises_visited",
  words: words("走访企业数", "enterprises visited"),
  unit: "enterprise",
  numerator: "count(DISTINCT enterprise_id)",
  formula: words("本期走访过的企业，去重计数", "distinct enterprises visited"),
  reading: words(
    "一家企业走访多次只计一家；三种走访方式都算；本年累计在全年范围内去重。",
    "However often visited, an enterprise counts once; every method counts; the year to date counts it once in the year.",
  ),
};

/** Kept in time. */
export const loggedInTime: Indicator = {
  id: "logged_in_time_rate",
  words: words("走访及时填报率", "visits logged in time"),
  unit: "rate",
  from: "visits.visit_log",
  numerator: "count(*) FILTER (WHERE logged_in_time)",
  denominator: "count(*) FILTER (WHERE logged)",
  parts: { numerator: "item", denominator: "item" },
  by: { area: "area", method: "method" },
  span: "flow",
  formula: words(
    "走访后7天内填报的走访记录 ÷ 有填报日期的走访记录",
    "visit records logged within 7 days ÷ visit records with a day of logging",
  ),
  reading: words(
    "填报日期减走访日期，0至7天为及时，含第7天；没有填报日期的属于缺项，不算迟报，另列填报日期完整率。",
    "0 to 7 days between visit and logging, the seventh included. A missing day of logging is missing, not late: it is left out and counted in the rate beside this one.",
  ),
  source: serviceBook,
  better: "more",
};

/** How far the rate above can be believed. */
export const loggedDayGiven: Indicator = {
  ...loggedInTime,
  id: "logged_day_given_rate",
  words: words("填报日期完整率", "visits with a day of logging"),
  numerator: "count(*) FILTER (WHERE logged)",
  denominator: "count(*)",
  formula: words(
    "有填报日期的走访记录 ÷ 全部走访记录",
    "visit records with a day of logging ÷ all visit records",
  ),
  reading: words("按走访记录计，不按家次去重。", "Counts records, not distinct visits."),
};
