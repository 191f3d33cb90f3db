import type { Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { byEvent } from "./dimensions.ts";
import { aid } from "./source.ts";

/** 批次. */
export const batches: Indicator = {
  id: "batches",
  words: words("法律援助批次", "legal aid batches"),
  unit: "batch",
  from: "legal_aid.accepted_cases",
  numerator: "count(DISTINCT batch_id)",
  by: byEvent,
  span: "flow",
  formula: words("本期受理案件的批次号，去重计数", "distinct batch numbers of the cases accepted"),
  reading: words(
    "批次按受理日期计入当季；同一批次跨季受理的，各季各计一次，本年累计只计一次；同一批次内有几种案由、类别的，分项之和会大于合计。",
    "A batch falls in the quarter of acceptance; one accepted in two quarters counts in each but once in the year. Where a batch mixes causes or kinds, the parts add up to more than the total.",
  ),
  source: aid,
  better: "neither",
};

/** 件. */
export const cases: Indicator = {
  id: "cases",
  words: words("受理案件", "cases accepted"),
  unit: "case",
  from: "legal_aid.accepted_cases",
  numerator: "count(*)",
  by: byEvent,
  span: "flow",
  formula: words("本期受理的案件数", "cases accepted"),
  reading: words(
    "按受理日期计入当季，含各种援助形式；一个批次可有多件案件，批次与件不混用。",
    "By the day of acceptance, whatever the form of aid. A batch may hold several cases; the two are never mixed.",
  ),
  source: aid,
  better: "neither",
};

/** 人. */
export const people: Indicator = {
  id: "people",
  words: words("援助涉及职工", "workers concerned"),
  unit: "person",
  from: "legal_aid.accepted_cases",
  numerator: "coalesce(sum(people), 0)",
  by: byEvent,
  span: "flow",
  formula: words("本期受理案件涉及人数之和", "sum of the persons concerned in the cases accepted"),
  reading: words(
    "按每件案件登记的涉及人数相加；同一职工涉及两件案件的，台账无法辨认，计两次。",
    "Adds up what each case states. A worker concerned in two cases counts twice: the register cannot tell.",
  ),
  source: aid,
  better: "neither",
};

/** 起. */
export const consultations: Indicator = {
  id: "consultations",
  words: words("法律咨询", "legal consultations"),
  unit: "consultation",
  from: "legal_aid.dated_consultations",
  numerator: "count(*)",
  by: { level: "level", channel: "channel", area: "area", month: "month" },
  span: "flow",
  formula: words("本期法律咨询起数", "consultations held"),
  reading: words(
    "按咨询日期计入当季，转为案件的也计。台账未填受理级次的，按所属区市在行政区划中的层级：市计市级，区县计区县级，镇街计镇街级。",
    "By the day of consultation, those that became cases included. Where the register names no level, the level of the area on the roster stands in.",
  ),
  source: aid,
  better: "neither",
};

export const intake: Indicator[] = [batches, cases, people, consultations];
