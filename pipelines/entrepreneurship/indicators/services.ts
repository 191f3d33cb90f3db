import type { Indicator } from "../../../src/indicator.ts";
import { type Words, words } from "../../../src/words.ts";
import { report, yearly } from "./source.ts";

const counted = words(
  "人数为各次活动登记数相加，台账不记姓名，同一人参加两次计两人；1万人、2000人、30万人次都是下限，可以超过100%。",
  "Persons as registered for each activity, added up: no names are kept, so one person in two activities counts twice. The design numbers are floors and may be exceeded.",
);
const also = (zh: string, en: string): Words => words(zh + counted.zh, `${en} ${counted.en}`);

const trained: Indicator = {
  id: "trained",
  words: words("创业培训人数", "persons trained to start up"),
  unit: "person",
  from: "entrepreneurship.service_log",
  where: "service_kind = '创业培训'",
  numerator: "coalesce(sum(persons), 0)",
  by: { city: "city" },
  span: "flow",
  formula: words("本期创业培训的人数之和", "persons in the period's start-up training"),
  reading: also(
    "目标1万人；预算中享受补贴的1000名参训人员只是其中一部分，不能拿来当作这1万人。",
    "The target is 10,000; the 1,000 subsidised trainees of the budget are not these 10,000.",
  ),
  source: report,
  better: "more",
};

const started: Indicator = {
  ...trained,
  id: "started",
  words: words("扶持创业人数", "persons helped to start up"),
  where: "service_kind = '扶持创业'",
  formula: words("本期扶持创业的人数之和", "persons helped to start up in the period"),
  reading: also("目标2000人。", "The target is 2,000."),
};

const services: Indicator = {
  ...trained,
  id: "services",
  words: words("就业服务人次", "person-times of employment services"),
  unit: "person_time",
  where: "service_kind = '就业服务'",
  numerator: "coalesce(sum(person_times), 0)",
  formula: words("本期就业服务的人次之和", "person-times of the period's employment services"),
  reading: words(
    "目标30万人次；只加人次一栏，人数不能代替人次，也不与培训、创业人数相加。30万人次是下限，可以超过100%。",
    "The target is 300,000 person-times, a floor that may be exceeded. Only person-times are added up; persons do not stand for them, and they are not added to persons trained or helped.",
  ),
};

const towards = (what: Indicator, label: Words): Indicator => {
  const { where: _, by: __, ...counting } = what;
  return {
    ...counting,
    id: `${what.id}_rate`,
    words: label,
    unit: "rate",
    from: "entrepreneurship.service_progress",
    // One row a quarter.
    numerator: `sum(${what.id})`,
    denominator: `sum(${what.id}_design)`,
    parts: { numerator: what.unit, denominator: what.unit },
    span: "stock",
    formula: words(
      `本年累计${what.words.zh} ÷ 年度目标`,
      `${what.words.en} in the year so far ÷ the year's target`,
    ),
    reading: yearly(what.reading),
    target: "1",
  };
};

/** Persons and person-times apart, each beside its design number. */
export const served: Indicator[] = [
  trained,
  towards(trained, words("创业培训完成率", "training target reached")),
  started,
  towards(started, words("扶持创业完成率", "start-up target reached")),
  services,
  towards(services, words("就业服务完成率", "employment service target reached")),
];
