import type { GapList, Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { everyQuarter } from "./source.ts";

/** Every above-scale enterprise, every quarter. */
export const aboveScaleCoverage: Indicator = {
  id: "above_scale_coverage",
  words: words("规上企业季度覆盖率", "above-scale enterprises visited on site"),
  unit: "rate",
  from: "visits.above_scale_due",
  numerator: "count(*) FILTER (WHERE covered)",
  denominator: "count(*)",
  parts: { numerator: "enterprise", denominator: "enterprise" },
  by: { area: "area", ownership: "ownership" },
  span: "flow",
  formula: words(
    "本季实地走访过的应访规上企业 ÷ 季初前已列入且季末仍在列的规上企业",
    "due above-scale enterprises visited on site in the quarter ÷ enterprises listed before the quarter began and still listed on its last day",
  ),
  reading: words(
    "只算实地走访，任何干部到访都算；季度首日或之后才列入的、季末前退出的不计应访，退出当日仍算在列。首次走访所在季度之前、最后一次走访所在季度之后的季度没有走访资料，不计应访。本年累计为各季应访家数、已访家数分别相加后的比。",
    "Only visits on site count, by any cadre. Enterprises listed on or after the quarter's first day, or delisted before its last, are not due. Quarters before that of the first visit and after that of the last have no visits to tell of: nothing is due in them. The year to date adds up the quarters' numerators and denominators.",
  ),
  source: everyQuarter,
  better: "more",
  target: "1",
};

/** Denominator minus numerator of the coverage, by name. */
export const unvisited: GapList = {
  id: "unvisited",
  words: words("本季未实地走访的规上企业", "above-scale enterprises not visited on site"),
  from: "visits.unvisited",
  columns: {
    enterprise_name: words("企业名称", "enterprise"),
    township: words("所属镇街", "township"),
    cadre_ids: words("联系干部编号", "linked cadre's number"),
    days_since_visit: words("距上次实地走访天数", "days since the last visit on site"),
  },
  order: "area, days_since_visit DESC NULLS FIRST, enterprise_id",
  of: "above_scale_coverage",
  by: "area",
  who: words("联系干部和镇街工会", "the linked cadre and the township union"),
};
