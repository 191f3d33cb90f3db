import type { Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { byCanteen } from "./dimensions.ts";
import { report } from "./source.ts";

const passMark = words(
  "报道没有写明达标线，这里以百分制60分（含）为默认，可在设置中修改。",
  "The source gives no pass mark: sixty of a hundred, inclusive, is the default and can be set.",
);

/** 家 looked at. */
export const canteensAssessed: Indicator = {
  id: "canteens_assessed",
  words: words("考评食堂", "canteens assessed"),
  unit: "canteen",
  from: "canteens.assessment_log",
  numerator: "count(DISTINCT canteen_id)",
  by: byCanteen,
  span: "flow",
  formula: words("本期考评过的食堂，去重计数", "distinct canteens assessed in the period"),
  reading: words("一家考评几次也只计一家。", "However often assessed, a canteen counts once."),
  source: report,
  better: "neither",
};

/** 分, standard by standard. */
export const standardScore: Indicator = {
  id: "standard_score",
  words: words("四项标准平均得分", "average mark"),
  unit: "score",
  from: "canteens.standard_marks",
  numerator: "sum(points)",
  denominator: "count(*)",
  parts: { numerator: "score", denominator: "item" },
  by: { standard: "standard", ...byCanteen },
  span: "flow",
  formula: words(
    "安全、健康、文明、服务各项得分之和 ÷ 评分项数",
    "sum of the marks for safety, health, civility and service ÷ number of marks",
  ),
  reading: words(
    "每次考评四项同权，不按就餐人数加权；一家考评几次，各次都计。",
    "The four marks of an assessment weigh the same, whatever the number of diners. Every assessment counts.",
  ),
  source: report,
  better: "more",
};

/** Share of the marks at the pass mark or above. */
export const standardPassRate: Indicator = {
  ...standardScore,
  id: "standard_pass_rate",
  words: words("四项标准达标率", "marks that reach the pass mark"),
  unit: "rate",
  numerator: "count(*) FILTER (WHERE passed)",
  parts: { numerator: "item", denominator: "item" },
  formula: words("不低于达标线的评分项数 ÷ 评分项数", "marks at the pass mark or above ÷ number of marks"),
  reading: passMark,
};

/** Assessments in which none of the four fell short. */
export const allPassedRate: Indicator = {
  id: "all_passed_rate",
  words: words("四项全达标率", "assessments that pass all four standards"),
  unit: "rate",
  from: "canteens.assessment_log",
  numerator: "count(*) FILTER (WHERE passed_all)",
  denominator: "count(*)",
  parts: { numerator: "check", denominator: "check" },
  by: byCanteen,
  span: "flow",
  formula: words(
    "四项得分都不低于达标线的考评 ÷ 考评次数",
    "assessments with all four marks at the pass mark ÷ assessments",
  ),
  reading: passMark,
  source: report,
  better: "more",
};
