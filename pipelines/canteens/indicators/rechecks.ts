import type { GapList, Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { byCanteen } from "./dimensions.ts";
import { report } from "./source.ts";

/** Looked at again, of those due. */
export const recheckRate: Indicator = {
  id: "recheck_rate",
  words: words("命名食堂复查率", "named canteens rechecked"),
  unit: "rate",
  from: "canteens.recheck_due",
  numerator: "count(*) FILTER (WHERE rechecked)",
  denominator: "count(*)",
  parts: { numerator: "canteen", denominator: "canteen" },
  by: byCanteen,
  span: "stock",
  formula: words(
    "复查周期内复查过的应复查食堂 ÷ 应复查食堂",
    "canteens due that were rechecked within the period ÷ canteens due",
  ),
  reading: words(
    "报道没有写明复查周期，这里默认每季一次，可在设置中改月数；周期开始前已命名且命名有效的应复查，周期内未经复查就已摘牌或停办的不再应复查。",
    "The source does not say how often: once a quarter is the default, and the months can be set. Due is whoever was named, and in force, before the period began; a canteen that lost its plaque or closed before anybody came is not.",
  ),
  source: report,
  better: "more",
  target: "1",
};

/** What the rechecks found worse. */
export const aspectsDeclined: Indicator = {
  id: "aspects_declined_rate",
  words: words("复查下降项占比", "aspects found worse"),
  unit: "rate",
  from: "canteens.recheck_aspects",
  numerator: "count(*) FILTER (WHERE trend = '降')",
  denominator: "count(*)",
  parts: { numerator: "item", denominator: "item" },
  by: { aspect: "aspect", ...byCanteen },
  span: "flow",
  formula: words("复查为“降”的项数 ÷ 复查项数", "aspects found to have declined ÷ aspects rechecked"),
  reading: words(
    "每次复查看食品安全、服务质量、职工满意度三项；全部复查都计，包括未到周期的。",
    "Every recheck looks at food safety, service and satisfaction; all rechecks count, those ahead of time too.",
  ),
  source: report,
  better: "less",
};

/** Whether the rule was kept. */
export const declineActed: Indicator = {
  ...aspectsDeclined,
  id: "decline_acted_rate",
  words: words("下降即摘牌执行率", "declines that ended the naming"),
  from: "canteens.recheck_log",
  numerator: "count(*) FILTER (WHERE declined AND removed)",
  denominator: "count(*) FILTER (WHERE declined)",
  parts: { numerator: "check", denominator: "check" },
  by: byCanteen,
  formula: words(
    "有一项下降且结论为摘牌的复查 ÷ 有一项下降的复查",
    "rechecks with a decline that concluded in removal ÷ rechecks with a decline",
  ),
  reading: words(
    "三项中任何一项下降即应摘牌；没有下降的季度为“—”。",
    "Any of the three declines ought to end the naming. A quarter without one shows —.",
  ),
  better: "more",
  target: "1",
};

/** Whom nobody has looked at again. */
export const notRechecked: GapList = {
  id: "not_rechecked",
  words: words("应复查未复查的命名食堂", "named canteens due and not rechecked"),
  from: "canteens.not_rechecked",
  columns: {
    canteen_id: words("食堂编号", "canteen number"),
    unit_name: words("单位名称", "unit"),
    district: words("所属区县", "district"),
    named_on: words("命名日期", "named on"),
    days_since: words("距上次复查或命名天数", "days since the last recheck or the naming"),
  },
  order: "days_since DESC, canteen_id",
  of: "recheck_rate",
  by: "area",
  who: words("市总工会复查组", "the municipal federation's recheck team"),
};
