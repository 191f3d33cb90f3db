import { type DemoQuarter, isoDay, monthsOf, quarters } from "./calendar.ts";
import type { Federation } from "./federation.ts";
import { city, districts } from "./places.ts";
import { draws, type Random } from "./random.ts";
import type { Row, Sheet } from "./sheet.ts";

/** What a year comes to, about: training and services pass their design numbers, start-ups do not quite. */
const perYear = { 创业培训: 10_450, 扶持创业: 1_935, 就业服务: 316_000 } as const;
type Kind = keyof typeof perYear;

/** Share of the districts, in percent: the last one is small. */
const weights = [17, 15, 20, 14, 13, 11, 8, 2];
/** How the months stand to one another: few courses around the Spring Festival. */
const season = [7, 4, 11, 9, 9, 8, 7, 8, 10, 10, 9, 8];
const growth = 1.07;

const persons = (kind: Kind, district: number, month: number, year: number, r: Random): number =>
  Math.max(
    1,
    Math.round(
      (perYear[kind] *
        (weights[district] as number) *
        (season[month] as number) *
        (year > 2018 ? growth : 1) *
        r.between(94, 106)) /
        1_000_000,
    ),
  );

const counts = (kind: Kind, n: number, r: Random): Row => {
  if (kind === "就业服务")
    return { 人数: String(Math.round((n * r.between(70, 85)) / 100)), 人次: String(n) };
  if (kind === "创业培训") return { 人数: String(n), 人次: String(n * r.between(3, 6)) };
  return { 人数: String(n) };
};

function* rows(f: Federation, year: string): Iterable<Row> {
  let serial = 0;
  for (const [q, quarter] of quarters.entries()) {
    if (quarter.year !== year) continue;
    for (const [m, days] of monthsOf(quarter as DemoQuarter).entries())
      for (const [d, { name }] of districts.entries())
        for (const [k, kind] of (Object.keys(perYear) as Kind[]).entries()) {
          const r = draws(f.seed, "startup service")(q, m, d, k);
          const n = persons(kind, d, (q % 4) * 3 + m, Number(year), r);
          yield {
            服务编号: `FW${year}-${String(++serial).padStart(3, "0")}`,
            服务日期: isoDay(r.pick(days)),
            服务类型: kind,
            所属市: name,
            ...counts(kind, n, r),
          };
        }
  }
}

const columns = ["服务编号", "服务日期", "服务类型", "所属市", "人数", "人次"];

/** 服务台账: month by month and district by district; the year as Excel saves it, the next quarter with a BOM. */
export const serviceSheets = (f: Federation): Sheet[] => [
  {
    path: "工友创业/服务台账-2018.csv",
    above: ["工友创业服务台账", `填报单位：${city.name}总工会`],
    columns,
    renamed: { 服务日期: "服务时间", 人次: "服务人次" },
    rows: () => rows(f, "2018"),
    encoding: "gb18030",
    spoilt: [
      {
        服务编号: "FW2018-X1",
        服务日期: "2018-01-19",
        服务类型: "创业沙龙",
        所属市: "明远区",
        人数: "30",
        人次: "30",
      },
    ],
  },
  {
    path: "工友创业/服务台账-2019Q1.csv",
    above: [`填报单位：${city.name}总工会`],
    columns,
    rows: () => rows(f, "2019"),
    marked: true,
  },
];
