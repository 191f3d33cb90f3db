import type { GapList, Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { byArea } from "./dimensions.ts";
import { plan } from "./source.ts";

/** Somebody answers for it. */
export const managerAssigned: Indicator = {
  id: "manager_assigned_rate",
  words: words("在用站点落实管理员比例", "stations in use with a manager"),
  unit: "rate",
  from: "stations.station_quarters",
  where: "in_use",
  numerator: "count(*) FILTER (WHERE has_manager)",
  denominator: "count(*)",
  parts: { numerator: "station", denominator: "station" },
  by: byArea,
  span: "stock",
  formula: words(
    "季末在用且有管理员的站点 ÷ 季末在用站点",
    "stations in use with a manager ÷ stations in use",
  ),
  reading: words(
    "名册管理员一栏不空即为已落实，只看有无，姓名不公布；名册没有任职日期，各季都按现名册判断。",
    "A manager is assigned where the register names one; the name is never published. The register has no days of office, so every quarter is judged by the register as it is now.",
  ),
  source: plan,
  better: "more",
  target: "1",
};

/** Who has nobody. */
export const withoutManager: GapList = {
  id: "without_manager",
  words: words("未落实管理员的在用站点", "stations in use without a manager"),
  from: "stations.without_manager",
  columns: {
    station_id: words("站点编号", "station number"),
    district: words("所属县区", "district"),
  },
  order: "area, station_id",
  of: "manager_assigned_rate",
  by: "area",
  who: words("区县总工会", "the district union"),
};
