import type { GapList, Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { byArea } from "./dimensions.ts";
import { plan } from "./source.ts";

/** What every number that comes from patrols shares. */
export const counted = words(
  "只计巡查当日在投用期间的站点，按巡查日期计入当季",
  "only patrols of stations that were in use that day, in the quarter of the patrol",
);

/** 次. */
export const patrols: Indicator = {
  id: "patrols",
  words: words("巡查次数", "patrols"),
  unit: "patrol",
  from: "stations.rounds",
  where: "counts",
  numerator: "count(*)",
  by: byArea,
  span: "flow",
  formula: words("本期对在用站点的巡查次数", "patrols of stations in use"),
  reading: words(
    `${counted.zh}；同一站点同一天只计一次。`,
    `Counts ${counted.en}; one station on one day once.`,
  ),
  source: plan,
  better: "neither",
};

/** Patrolled of what is in use. */
export const patrolCoverage: Indicator = {
  ...patrols,
  id: "patrol_coverage",
  words: words("巡查覆盖率", "stations patrolled"),
  unit: "rate",
  from: "stations.station_quarters",
  where: "in_use",
  numerator: "count(*) FILTER (WHERE patrolled)",
  denominator: "count(*)",
  parts: { numerator: "station", denominator: "station" },
  formula: words(
    "本季巡查过的季末在用站点 ÷ 季末在用站点",
    "stations in use on the quarter's last day that were patrolled in it ÷ stations in use on that day",
  ),
  reading: words(
    "一季至少巡查一次即为覆盖，投用前的巡查不算。本年累计为各季分子、分母分别相加后的比。",
    "One patrol in the quarter is enough; one before the station came into use does not count. The year to date adds up the quarters' numerators and denominators.",
  ),
  better: "more",
  target: "1",
};

/** Found open. */
export const open: Indicator = {
  ...patrols,
  id: "open_rate",
  words: words("巡查时开放率", "found open at patrol"),
  unit: "rate",
  numerator: "count(*) FILTER (WHERE open)",
  denominator: "count(*)",
  parts: { numerator: "patrol", denominator: "patrol" },
  formula: words("巡查时开放的次数 ÷ 巡查次数", "patrols that found the station open ÷ patrols"),
  reading: words(
    `${counted.zh}；没有巡查的站点不在其中。`,
    `Counts ${counted.en}; stations nobody went to are not in it.`,
  ),
  better: "more",
  target: "1",
};

/** Where nobody looked. */
export const unpatrolled: GapList = {
  id: "unpatrolled",
  words: words("本季未巡查的在用站点", "stations in use not patrolled"),
  from: "stations.unpatrolled",
  columns: {
    station_id: words("站点编号", "station number"),
    station_name: words("站点名称", "station"),
    district: words("所属县区", "district"),
    days_since_patrol: words("距上次巡查天数", "days since the last patrol"),
  },
  order: "area, days_since_patrol DESC NULLS FIRST, station_id",
  of: "patrol_coverage",
  by: "area",
  who: words("区县总工会", "the district union"),
};
