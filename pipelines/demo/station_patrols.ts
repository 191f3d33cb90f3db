import { type DemoQuarter, dayNumber, isoDay, quarters } from "./calendar.ts";
import type { Federation } from "./federation.ts";
import { draws } from "./random.ts";
import type { Row, Sheet } from "./sheet.ts";
import { isInUse, type Station, stationsOf } from "./station.ts";
import { units } from "./station_unit.ts";

/** One station was looked at before it had opened; such a patrol does not count. */
const early = { rank: 13, day: dayNumber("2018-03-22") } as const;

interface Patrol {
  readonly station: Station;
  readonly day: number;
  readonly open: boolean;
  readonly intact: number;
  readonly served: number | undefined;
}

/** Patrols of a station in a quarter: mostly one or two, sometimes none. */
const patrolsOf = (f: Federation, s: Station, q: number): Patrol[] => {
  const r = draws(f.seed, "patrol")(s.rank, q);
  const days = (quarters[q] as DemoQuarter).days.filter((day) => isInUse(s, day));
  const times = days.length === 0 || r.chance(0.11) ? 0 : r.chance(0.45) && days.length > 30 ? 2 : 1;
  const patrols = Array.from({ length: times }, (_, nth): Patrol => {
    const half = Math.floor(days.length / times);
    const open = r.chance(0.93);
    return {
      station: s,
      day: days[nth * half + r.below(half)] as number,
      open,
      intact: s.items - r.weigh([[0, 14] as const, [1, 4] as const, [2, 2] as const]),
      served: r.chance(0.08) ? undefined : open ? r.between(30, 240) : 0,
    };
  });
  if (q !== 0 || s.rank !== early.rank) return patrols;
  return [{ station: s, day: early.day, open: false, intact: s.items - 3, served: undefined }];
};

const row = ({ station: s, day, open, intact, served }: Patrol): Row => ({
  站点编号: s.id,
  巡查日期: isoDay(day),
  是否开放: open ? "是" : "否",
  设施应有项: String(s.items),
  设施完好项: String(intact),
  服务人次: served === undefined ? "" : String(served),
});

const rows = (f: Federation, ...of: readonly number[]): Row[] =>
  of
    .flatMap((q) => stationsOf(f).flatMap((s) => patrolsOf(f, s, q)))
    .sort((a, b) => a.day - b.day)
    .map(row);

const columns = ["站点编号", "巡查日期", "是否开放", "设施应有项", "设施完好项", "服务人次"];

/** The files of 巡查; one in GB18030 under other header names. */
export const stationPatrolSheets = (f: Federation): Sheet[] => [
  {
    path: "stations/巡查-2018上半年.csv",
    above: [`填报单位：${units.stations}`],
    columns,
    rows: () => rows(f, 0, 1),
    spoilt: [
      {
        站点编号: "AX-99",
        巡查日期: "2018-04-12",
        是否开放: "是",
        设施应有项: "8",
        设施完好项: "8",
        服务人次: "56",
      },
    ],
  },
  {
    path: "stations/巡查-2018下半年.csv",
    above: ["爱心驿站巡查登记表", `填报单位：${units.stations}`],
    columns,
    renamed: {
      站点编号: "驿站编号",
      巡查日期: "检查日期",
      是否开放: "是否正常开放",
      设施应有项: "应有设施",
      设施完好项: "完好设施",
    },
    rows: () => rows(f, 2, 3),
    spoilt: [
      {
        站点编号: "AX-01",
        巡查日期: "2018-08-16",
        是否开放: "是",
        设施应有项: "8",
        设施完好项: "11",
        服务人次: "75",
      },
    ],
    encoding: "gb18030",
  },
  {
    path: "stations/巡查-2019Q1.csv",
    above: [`填报单位：${units.stations}`, "填报日期：2019-04-03"],
    columns,
    rows: () => rows(f, 4),
  },
];
