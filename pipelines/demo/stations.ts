import { isoDay, lastDay } from "./calendar.ts";
import type { Federation } from "./federation.ts";
import { personName } from "./names.ts";
import type { Row, Sheet } from "./sheet.ts";
import { type Station, stationsOf } from "./station.ts";
import { stationGrantSheets } from "./station_grants.ts";
import { stationPatrolSheets } from "./station_patrols.ts";
import { units } from "./station_unit.ts";

const spots = [
  "环卫所",
  "公园南门",
  "客运站",
  "银行网点",
  "社区服务中心",
  "加油站",
  "书店",
  "工人文化宫",
  "集市口",
];
const roads = [..."明望鹿澄松晴禾雁"];
const hours = ["07:00–20:00", "08:00–18:00", "全天", ""];

const stateOf = (s: Station): string =>
  s.closed !== undefined ? "停用" : s.opened !== undefined && s.opened <= lastDay ? "投用" : "在建";

const day = (n: number | undefined): string => (n === undefined ? "" : isoDay(n));

const row = (s: Station, i: number): Row => ({
  站点编号: s.id,
  站点名称: `${s.district.name.slice(0, 2)}${spots[s.nth]}驿站`,
  所属县区: s.nth % 4 === 3 ? s.district.code : s.district.name,
  详细地址: `${roads[i % roads.length]}和路${11 + i * 3}号${spots[s.nth]}旁`,
  开放时间: hours[s.rank % hours.length],
  管理员: s.managed ? personName("keeper", i) : "",
  建成日期: day(s.built),
  投用日期: day(s.opened),
  状态: stateOf(s),
  停用日期: day(s.closed),
  经度: s.place?.x,
  纬度: s.place?.y,
});

const columns =
  "站点编号 站点名称 所属县区 详细地址 开放时间 管理员 建成日期 投用日期 状态 停用日期 经度 纬度".split(" ");

/** The files of the rest stations. */
export const stations = (f: Federation): Sheet[] => [
  {
    path: "stations/爱心驿站名册.csv",
    above: [`爱心驿站名册（${stationsOf(f).length}个）`, `填报单位：${units.stations}`],
    columns,
    renamed: { 经度: "经度（WGS84）", 纬度: "纬度（WGS84）" },
    rows: () => stationsOf(f).map(row),
    marked: true,
  },
  ...stationGrantSheets(f),
  ...stationPatrolSheets(f),
];
