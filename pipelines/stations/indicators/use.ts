import type { GapList, Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { byArea } from "./dimensions.ts";
import { plan } from "./source.ts";

const used = words(
  "投用日期在季末日或之前、状态为投用的为在用；停用的站点在停用日期当日仍算在用，没有停用日期的各季都不算。",
  "In use from its day of coming into use on, if its state is in use. A closed station was in use up to and including the day it closed; without that day it counts in no quarter.",
);

/** 个 on the register. */
export const stations: Indicator = {
  id: "stations",
  words: words("登记站点", "stations on the register"),
  unit: "station",
  from: "stations.station_quarters",
  numerator: "count(*)",
  by: { ...byArea, stage: "stage" },
  span: "stock",
  formula: words("驿站名册所列站点数", "stations on the register"),
  reading: words(
    "名册没有登记日期，现列站点各季都计；建设进度按各季末日判断，有建成日期而未投用的为建成未用。",
    "The register has no day of entry: a station listed now counts in every quarter. Its stage is that of each quarter's last day; one with a day of completion that is not in use is built, not yet in use.",
  ),
  source: plan,
  better: "neither",
};

/** In use of what was planned. */
export const planInUse: Indicator = {
  id: "plan_in_use_rate",
  words: words("计划投用率", "planned stations in use"),
  unit: "rate",
  from: "stations.plan",
  numerator: "sum(in_use)",
  denominator: "sum(planned)",
  parts: { numerator: "station", denominator: "station" },
  span: "stock",
  formula: words(
    "季末在用站点 ÷ 计划站点（52个）",
    "stations in use on the quarter's last day ÷ stations planned (52)",
  ),
  reading: words(
    `分母是计划数，不随名册增减。${used.zh}`,
    `The denominator is the plan, whatever the register holds. ${used.en}`,
  ),
  source: plan,
  better: "more",
  target: "1",
};

/** In use of what is on the register. */
export const inUse: Indicator = {
  ...planInUse,
  id: "in_use_rate",
  words: words("投用率", "stations in use"),
  from: "stations.station_quarters",
  numerator: "count(*) FILTER (WHERE in_use)",
  denominator: "count(*)",
  by: { ...byArea, station: "station_id" },
  formula: words(
    "季末在用站点 ÷ 登记站点",
    "stations in use on the quarter's last day ÷ stations on the register",
  ),
  reading: words(
    `计划没有分到区县，故按区县以名册为分母。${used.zh}`,
    `The plan is not divided by district, so by district the register is the denominator. ${used.en}`,
  ),
};

/** In use of what was built. */
export const builtInUse: Indicator = {
  ...planInUse,
  id: "built_in_use_rate",
  words: words("建成投用率", "built stations in use"),
  from: "stations.station_quarters",
  where: "built",
  numerator: "count(*) FILTER (WHERE in_use)",
  denominator: "count(*)",
  by: byArea,
  formula: words(
    "季末在用站点 ÷ 季末前建成的站点",
    "stations in use ÷ stations built by the quarter's last day",
  ),
  reading: words(
    `建成按建成日期，没有的按投用日期；停用的站点仍算建成。${used.zh}`,
    `Built by its day of completion or, without one, of coming into use; a closed station is still built. ${used.en}`,
  ),
};

/** What stands ready and serves nobody. */
export const builtNotUsed: GapList = {
  id: "built_not_used",
  words: words("已建成、季末未在用的站点", "stations built and not in use"),
  from: "stations.built_not_used",
  columns: {
    station_id: words("站点编号", "station number"),
    station_name: words("站点名称", "station"),
    district: words("所属县区", "district"),
    stage: words("建设进度", "stage"),
    built_on: words("建成日期", "built on"),
    days_idle: words("建成至季末天数", "days since built"),
  },
  order: "days_idle DESC, station_id",
  of: "built_in_use_rate",
  by: "area",
  who: words("区县总工会和建设单位", "the district union and whoever built it"),
};
