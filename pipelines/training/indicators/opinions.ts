import type { Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { byClass } from "../dimensions.ts";
import { requestRule } from "../source.ts";

const dated = words(
  "按所评课次的上课日期计入季度，未写课次的按班次结束日期",
  "by the day of the session rated, or the class's last day where no session is named",
);

export const satisfaction: Indicator = {
  id: "satisfaction",
  words: words("平均评分", "average rating"),
  unit: "score",
  from: "training.opinions",
  numerator: "coalesce(sum(score), 0)",
  denominator: "count(*)",
  parts: { numerator: "score", denominator: "person_time" },
  by: byClass,
  span: "flow",
  formula: words("评分之和 ÷ 评单份数（五分制）", "sum of scores ÷ ratings, on a scale of five"),
  reading: dated,
  source: requestRule,
  better: "more",
};

export const satisfiedRate: Indicator = {
  id: "satisfied_rate",
  words: words("好评率", "satisfied"),
  unit: "rate",
  from: "training.opinions",
  numerator: "count(*) FILTER (WHERE satisfied)",
  denominator: "count(*)",
  parts: { numerator: "person_time", denominator: "person_time" },
  by: byClass,
  span: "flow",
  formula: words("评分不低于4分的评单 ÷ 评单份数", "ratings of four and more ÷ ratings"),
  reading: words(
    `4分计入好评；${dated.zh}；须与评单回收率同看`,
    `four is included; ${dated.en}; to be read with the response rate`,
  ),
  source: requestRule,
  better: "more",
};

export const responseRate: Indicator = {
  id: "response_rate",
  words: words("评单回收率", "response rate"),
  unit: "rate",
  from: "training.asked",
  numerator: "coalesce(sum(answered), 0)",
  denominator: "coalesce(sum(asked), 0)",
  parts: { numerator: "person_time", denominator: "person_time" },
  by: byClass,
  span: "flow",
  formula: words("评单份数 ÷ 应评人次", "ratings ÷ person-times asked"),
  reading: words(
    "按课次评单的班，应评人次为各课次到课人次（缺考勤表的按应到人次）；按班评单或没有评单的班，为结束时在册人数；评单不记名，无法剔除重复",
    "for a class rated by session, those who came (those due, where the sheet is missing); for a class rated as a whole or not at all, those still in place at its end; ratings bear no name, so doubles cannot be found",
  ),
  source: requestRule,
  better: "more",
};
