import { tenThousands, yuan } from "./amounts.ts";
import { city } from "./places.ts";
import type { Row, Sheet } from "./sheet.ts";

/** Lines of a budget as printed for 2018: number planned, yuan each. Whose money a line is, is invented. */
const lines = [
  ["01", "省", "工友创业园补助", "创业园", 150, 50_000],
  ["02", "省", "富民兴鲁奖创业园奖励", "获奖创业园", 50, 100_000],
  ["03", "省", "创业培训基地补助", "培训基地", 16, 100_000],
  ["04", "省", "农民工之星奖励", "农民工之星", 200, 10_000],
  ["05", "市", "创业先进个人奖励", "先进个人", 10, 10_000],
  ["06", "市", "创业培训补贴", "参训人员", 1000, 1500],
] as const;

export type Line = (typeof lines)[number][3];

/** 项目编码 of a year's line. */
export const lineCode = (year: number, line: Line): string =>
  `GY${year}-${lines.find(([, , , kind]) => kind === line)?.[0]}`;

/** What one of a line is due, in yuan. */
export const dueOf = (line: Line): number => lines.find(([, , , kind]) => kind === line)?.[5] ?? 0;

function* rows(year: number, written: (cents: number) => string): Iterable<Row> {
  let sum = 0;
  for (const [number, level, name, kind, planned, each] of lines) {
    sum += planned * each * 100;
    yield {
      项目编码: `GY${year}-${number}`,
      年度: String(year),
      资金级次: level,
      项目名称: name,
      对象类型: kind,
      计划数量: String(planned),
      单价: written(each * 100),
      预算金额: written(planned * each * 100),
    };
  }
  yield { 项目编码: "合计", 预算金额: written(sum) };
}

const columns = ["项目编码", "年度", "资金级次", "项目名称", "对象类型", "计划数量", "单价", "预算金额"];

/** 预算项目: the year that was printed in 万元, as budgets are; the next one, with the same lines, in 元. */
export const budgetSheets: Sheet[] = [
  {
    path: "工友创业/预算项目-2018.csv",
    above: ["2018年工友创业专项资金预算", `填报单位：${city.name}总工会`, "单位：万元"],
    columns,
    rows: () => rows(2018, tenThousands),
  },
  {
    path: "工友创业/预算项目-2019.csv",
    columns,
    renamed: { 预算金额: "预算金额（元）", 单价: "补助标准（元）", 计划数量: "计划个数" },
    rows: () => rows(2019, yuan),
  },
];
