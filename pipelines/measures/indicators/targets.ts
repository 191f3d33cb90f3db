import type { Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { study, tenMeasures } from "./source.ts";

const by = { measure: "measure_id" };

/** n ÷ 50 sent to study, and any other measure whose target is in persons. */
const peopleTarget: Indicator = {
  id: "people_target_rate",
  words: words("人数目标完成率", "target for participants reached"),
  unit: "rate",
  from: "measures.measure_quarters",
  where: "target_unit = '人'",
  numerator: "coalesce(sum(participants), 0)",
  denominator: "coalesce(sum(target), 0)",
  parts: { numerator: "person", denominator: "person" },
  by,
  span: "stock",
  formula: words(
    "目标单位为人的措施本年至季末活动参加人数 ÷ 年度目标人数",
    "participants in the activities of the year so far ÷ target of the year, for measures whose target is in persons",
  ),
  reading: words(
    "外出学习考察的年度目标为50人；各次活动参加人数相加，活动台账没有姓名，同一人参加两次计两次；每年从零起算。",
    "Fifty are to be sent to study in a year. Participants of each activity are added up; the register holds no names, so who takes part twice counts twice. Every year starts from nothing.",
  ),
  source: study,
  better: "more",
  target: "1",
};

/** The same where the target is so many events. */
const eventTarget: Indicator = {
  ...peopleTarget,
  id: "event_target_rate",
  words: words("场次目标完成率", "target for events reached"),
  where: "target_unit IN ('场', '次')",
  numerator: "coalesce(sum(activities), 0)",
  parts: { numerator: "event", denominator: "event" },
  formula: words(
    "目标单位为场或次的措施本年至季末活动次数 ÷ 年度目标场次",
    "activities held in the year so far ÷ target of the year, for measures whose target is in events",
  ),
  reading: words(
    "活动台账一行算一场，不看参加人数；每年从零起算。场次与人数各算各的，不相加。",
    "One row of the register is one event, however many took part. Every year starts from nothing. Events and persons are not added up.",
  ),
  source: tenMeasures,
};

const activities: Indicator = {
  id: "activities",
  words: words("开展活动", "activities held"),
  unit: "event",
  from: "measures.activity_log",
  numerator: "count(*)",
  by,
  span: "flow",
  formula: words("本期开展的活动次数", "activities of the measures"),
  reading: words("按活动日期计入当季，各项措施的活动都计。", "By the day they were held, of every measure."),
  source: tenMeasures,
  better: "neither",
};

const participants: Indicator = {
  ...activities,
  id: "participants",
  words: words("活动参加人次", "participants in activities"),
  unit: "person_time",
  numerator: "coalesce(sum(participants), 0)",
  formula: words("本期各次活动参加人数之和", "participants of every activity"),
  reading: words(
    "参加几次计几次，所以是人次，不是人。",
    "Whoever takes part several times counts as often: person-times, not persons.",
  ),
};

export const targets: Indicator[] = [peopleTarget, eventTarget, activities, participants];
