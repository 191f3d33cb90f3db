import fc from "fast-check";
import { checkCreditCode } from "../src/credit_code.ts";
import { workbookOf } from "./sent_workbook.ts";

export const firm = (n: number): string => `91990101MA000000${n}${checkCreditCode(`91990101MA000000${n}`)}`;
export type Rows = readonly (readonly string[])[];
export const csv = (rows: Rows): string => `${rows.map((row) => row.join(",")).join("\n")}\n`;

const enterpriseHeader =
  "统一社会信用代码,企业名称,所属镇街,企业类型,是否规上,是否重点服务企业,职工人数".split(",");
export const enterprises = (ns: readonly number[], workers: number): Rows => [
  enterpriseHeader,
  ...ns.map((n) => [firm(n), `虚构企业${n % 3}`, "990103001", "民营", "是", "是", String(workers)]),
];
export const cadres: Rows = [
  "干部编号,姓名,所属工会,层级,任职起".split(","),
  ["G1", "沈一鸣", "虚构总工会", "区", "2017-01-01"],
  ["G2", "沈二鸣", "虚构总工会", "区", "2017-01-01"],
];
const visitHeader = "走访编号,走访日期,统一社会信用代码,企业名称,干部编号,走访方式,任务类别,填报日期".split(
  ",",
);
export interface Visit {
  readonly id: number;
  readonly day: number;
  readonly firm: number;
  readonly way: number;
}
/** A day that is none, an enterprise that is on no roster, one told by its name alone. */
export const visited = (rows: readonly Visit[]): Rows => [
  visitHeader,
  ...rows.map(({ id, day, firm: n, way }) => [
    `V${id}`,
    day === 0 ? "待定" : `2018-0${day}-11`,
    way === 2 ? "" : firm(n),
    `虚构企业${n % 3}`,
    n === 4 ? "" : `G${(n % 3) + 1}`,
    way === 0 ? "上门" : "实地",
    ["工会组建、职工维权", "职工维权", ""][id % 3] ?? "",
    day === 0 ? "" : `2018-0${day}-12`,
  ]),
];

export const visit = fc.record({
  id: fc.integer({ min: 1, max: 9 }),
  day: fc.integer({ min: 0, max: 9 }),
  firm: fc.integer({ min: 1, max: 6 }),
  way: fc.integer({ min: 0, max: 3 }),
});
const table = fc.oneof(
  { weight: 3, arbitrary: fc.array(visit, { minLength: 1, maxLength: 6 }).map(visited) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 1 }),
        fc.integer({ min: 9, max: 11 }),
      )
      .map(([ns, workers]) => enterprises(ns, workers)),
  },
);
export const content = fc.oneof(
  { weight: 3, arbitrary: table.map(csv) },
  { weight: 1, arbitrary: table.map((rows) => `填报日期：2018-10-0${rows.length}\n${csv(rows)}`) },
  {
    weight: 1,
    arbitrary: fc.tuple(table, table).map(([a, b]) =>
      workbookOf([
        ["甲", a],
        ["乙", b],
        ["丙", [["说明"]]],
      ]),
    ),
  },
  { weight: 1, arbitrary: fc.constant("通讯录,房间\nA,1\n") },
);
