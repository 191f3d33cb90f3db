import type { Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { byCanteen } from "./dimensions.ts";
import { hundred, report } from "./source.ts";

/** 家 that bear the name. */
export const named: Indicator = {
  id: "named",
  words: words("命名有效的好食堂", "canteens named and in force"),
  unit: "canteen",
  from: "canteens.in_force",
  numerator: "count(DISTINCT canteen_id)",
  by: byCanteen,
  span: "stock",
  formula: words(
    "季末前已命名且季末尚未摘牌的食堂数",
    "canteens named by the quarter's last day whose plaque has not been removed by then",
  ),
  reading: words(
    "摘牌当日即失效；停办而未摘牌的仍算有效，另列校验；同一食堂命名两次只计一家。",
    "A naming ends on the day of removal. One that closed but kept its plaque still counts, and is listed by a check. A canteen named twice counts once.",
  ),
  source: hundred,
  better: "more",
};

/** Of the hundred. */
export const namedRate: Indicator = {
  id: "named_rate",
  words: words("选树完成率", "named, of a hundred planned"),
  unit: "rate",
  from: "canteens.naming_quarters",
  numerator: "sum(named)",
  denominator: "sum(to_name)",
  parts: { numerator: "canteen", denominator: "canteen" },
  span: "stock",
  formula: words(
    "季末命名有效的食堂 ÷ 计划选树数（100家）",
    "canteens named and in force on the quarter's last day ÷ the hundred to name",
  ),
  reading: words(
    "摘牌的从分子中减去，补命名的计入；分母为设置中的计划选树数，默认100家。",
    "A removed plaque is taken off, a later naming added. The denominator is the number to name in the settings, a hundred by default.",
  ),
  source: hundred,
  better: "more",
  target: "1",
};

/** 家 that were given the name in the period, whatever came later. */
export const namings: Indicator = {
  id: "namings",
  words: words("本期命名", "canteens named in the period"),
  unit: "canteen",
  from: "canteens.namings",
  numerator: "count(DISTINCT canteen_id)",
  by: byCanteen,
  span: "flow",
  formula: words("命名日期在本期的食堂数", "canteens whose day of naming lies in the period"),
  reading: words(
    "按命名日期计，后来摘牌的不扣减，摘牌另列。",
    "By the day of naming. Later removals are not taken off; they are shown apart.",
  ),
  source: hundred,
  better: "more",
};

/** 家 that lost it, and why. */
export const plaquesRemoved: Indicator = {
  id: "plaques_removed",
  words: words("摘牌食堂", "plaques removed"),
  unit: "canteen",
  from: "canteens.removals",
  numerator: "count(DISTINCT canteen_id)",
  by: { reason: "reason", ...byCanteen },
  span: "flow",
  formula: words("摘牌日期在本期的食堂数", "canteens whose plaque was removed in the period"),
  reading: words(
    "食品安全、服务质量、职工满意度任何一项下降即摘牌；一家有几项原因的，各项各计一家，所以各原因之和可大于合计；没有填原因的列为未填。",
    "Any decline in food safety, service or satisfaction ends the naming. With several reasons a canteen counts once under each, so reasons may exceed the total. Without one it is shown as not stated.",
  ),
  source: report,
  better: "neither",
};
