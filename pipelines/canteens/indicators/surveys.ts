import type { Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { byCanteen } from "./dimensions.ts";
import { report } from "./source.ts";

/** Content, of those who answered. */
export const satisfactionRate: Indicator = {
  id: "satisfaction_rate",
  words: words("职工满意率", "diners satisfied"),
  unit: "rate",
  from: "canteens.survey_log",
  numerator: "coalesce(sum(content), 0)",
  denominator: "coalesce(sum(returned), 0)",
  parts: { numerator: "person_time", denominator: "person_time" },
  by: byCanteen,
  span: "flow",
  formula: words(
    "满意与基本满意的份数 ÷ 收回份数",
    "questionnaires that say satisfied or fairly satisfied ÷ questionnaires returned",
  ),
  reading: words(
    "一份问卷按一人次计；收回而未作答的留在分母；须与收回率并看。",
    "One questionnaire is one person-time. Those returned blank stay in the denominator. Read it with the response rate.",
  ),
  source: report,
  better: "more",
};

/** How far the rate above can be believed. */
export const responseRate: Indicator = {
  ...satisfactionRate,
  id: "response_rate",
  words: words("问卷收回率", "questionnaires returned"),
  numerator: "coalesce(sum(returned), 0)",
  denominator: "coalesce(sum(sent), 0)",
  formula: words("收回份数 ÷ 发出份数", "questionnaires returned ÷ questionnaires given out"),
  reading: words("一份问卷按一人次计。", "One questionnaire is one person-time."),
};
