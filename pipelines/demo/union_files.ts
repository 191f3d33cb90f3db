import { isoDay } from "./calendar.ts";
import type { Federation } from "./federation.ts";
import { units } from "./returns_due.ts";
import type { Row, Sheet } from "./sheet.ts";
import { type Union, unionsFounded } from "./unions.ts";

const row = (u: Union, written: (day: number) => string): Row => ({
  工会编号: u.id,
  工会名称: u.name,
  统一社会信用代码: u.code,
  建会形式: u.form,
  建会日期: written(u.founded),
  职工人数: String(u.workers),
  会员人数: String(u.members),
});

const slashed = (day: number): string => isoDay(day).replace(/-0?/g, "/");

function* standing(f: Federation): Iterable<Row> {
  for (const u of unionsFounded(f, "1900-01-01", "2017-12-31")) yield row(u, slashed);
}

const byDay = (f: Federation, first: string, last: string): Union[] =>
  [...unionsFounded(f, first, last)].sort((a, b) => a.founded - b.founded || (a.id < b.id ? -1 : 1));

function* totalled(unions: readonly Union[]): Iterable<Row> {
  for (const u of unions) yield row(u, isoDay);
  const sum = (of: (u: Union) => number): string => String(unions.reduce((n, u) => n + of(u), 0));
  yield { 工会编号: "合计", 职工人数: sum((u) => u.workers), 会员人数: sum((u) => u.members) };
  yield { 工会编号: "注：人数为建会时填报数" };
}

const columns = ["工会编号", "工会名称", "统一社会信用代码", "建会形式", "建会日期", "职工人数", "会员人数"];

/** The files of 建会台账: what stood at the end of 2017, then what was founded. */
export const unionSheets = (f: Federation): Sheet[] => [
  {
    path: "organising/建会台账-2017年底.csv",
    above: ["基层工会建会台账（2017年底在册）", `填报单位：${units.visits}`],
    columns,
    rows: () => standing(f),
    encoding: "gb18030",
  },
  {
    path: "organising/建会台账-2018.csv",
    above: [`填报单位：${units.visits}`, "填报日期：2019-01-07"],
    columns,
    renamed: { 建会形式: "组建形式", 建会日期: "成立日期", 会员人数: "入会人数" },
    rows: () => byDay(f, "2018-01-01", "2018-12-31").map((u) => row(u, isoDay)),
    spoilt: [
      {
        工会编号: "GH-X1",
        工会名称: "人数填反样例工会",
        建会形式: "单独",
        建会日期: "2018-06-20",
        职工人数: "48",
        会员人数: "84",
      },
    ],
  },
  {
    path: "organising/建会台账-2019Q1.csv",
    above: ["建会台账", `填报单位：${units.visits}`, "期别：2019Q1", "填报日期：2019-04-09", "单位：人"],
    columns,
    rows: () => totalled(byDay(f, "2019-01-01", "2019-03-31")),
  },
];
