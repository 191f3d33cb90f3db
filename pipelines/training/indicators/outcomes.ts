import type { Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { byClass, byClassKind } from "../dimensions.ts";
import { attendanceRule, villageCount } from "../source.ts";

export const completionRate: Indicator = {
  id: "completion_rate",
  words: words("结业率", "completion rate"),
  unit: "rate",
  from: "training.outcomes",
  where: "judged",
  numerator: "count(*) FILTER (WHERE finished)",
  denominator: "count(*)",
  parts: { numerator: "person_time", denominator: "person_time" },
  by: byClass,
  span: "flow",
  formula: words("结业人次 ÷ 入班人次", "places that ended in completion ÷ places held"),
  reading: words(
    "按班次结束日期计入季度；开班后退出的留在分母；没有结业记录的，到课达到设定比例（默认三分之二）且未退出为结业；既无结业记录又无考勤表的不计",
    "by the class's last day; those who left after it began stay in the denominator; where no completion is recorded, staying on and attending the set share (two thirds by default) is completion; without a record or a sheet nobody can tell, and the place is left out",
  ),
  source: attendanceRule,
  better: "more",
};

export const followUpRate: Indicator = {
  id: "follow_up_rate",
  words: words("回访率", "follow-up rate"),
  unit: "rate",
  from: "training.outcomes",
  where: "finished",
  numerator: "count(*) FILTER (WHERE followed_up)",
  denominator: "count(*)",
  parts: { numerator: "person_time", denominator: "person_time" },
  by: byClassKind,
  span: "flow",
  formula: words("已回访人次 ÷ 结业人次", "followed up ÷ completed"),
  reading: words(
    "按班次结束日期计入季度，回访可在其后任何一天，故本期数会随回访增加",
    "by the class's last day; the follow-up may come on any later day, so the figure grows as people are called",
  ),
  source: villageCount,
  better: "more",
};

export const employedRate: Indicator = {
  id: "employed_rate",
  words: words("回访就业率", "employed at follow-up"),
  unit: "rate",
  from: "training.outcomes",
  where: "followed_up",
  numerator: "count(*) FILTER (WHERE employed)",
  denominator: "count(*)",
  parts: { numerator: "person_time", denominator: "person_time" },
  by: byClassKind,
  span: "flow",
  formula: words("回访时已就业人次 ÷ 已回访的结业人次", "employed at follow-up ÷ completed and followed up"),
  reading: words(
    "分母即回访率的分子，须与回访率同看；按班次结束日期计入季度；未结业的不计；回访未填是否就业的按未就业计",
    "its denominator is the follow-up rate's numerator, and the two belong together; by the class's last day; without completion not counted; no answer counts as not employed",
  ),
  source: villageCount,
  better: "more",
};
