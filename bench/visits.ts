import { closeSync, openSync, writeFileSync, writeSync } from "node:fs";
import path from "node:path";
import { checkCreditCode } from "../src/credit_code.ts";

const days = 365;
const methods = ["实地", "电话", "线上"];
const tasks = ["工会组建", "职工维权", "困难帮扶、技能培训", "安全生产", ""];
const firms = 1000;
const cadres = 100;
/** Rows written at a time, and rows of one file: some 300 MB. */
const batch = 20_000;
const rowsEach = 2_500_000;

const firm = (n: number): string => {
  const first = `91990101MA${String(n).padStart(7, "0")}`;
  return first + checkCreditCode(first);
};

const day = (n: number): string => new Date(Date.UTC(2018, 0, 1 + n)).toISOString().slice(0, 10);

const header =
  "走访编号,走访日期,统一社会信用代码,企业名称,干部编号,是否代访,走访方式,任务类别,走访内容,填报日期";

/** What is the matter with a messy row, one after another: forms to normalise, cells of two lines, rows to refuse. */
const messes: readonly ((cells: string[], n: number) => string)[] = [
  (cells) => cells.with(1, (cells[1] as string).replaceAll("-", "/")).join(","),
  (cells) => cells.with(6, "上门").join(","),
  (cells) => cells.with(7, `${cells[7]} `).join(","),
  (cells, n) => cells.with(8, `"了解用工\n及安全生产 ${n}"`).join(","),
  (cells) => cells.with(1, (cells[1] as string).replaceAll("-", "")).join(","),
  (cells) => cells.with(5, "N").join(","),
  (cells) => `${cells.join(",")}\n`,
  (cells, n) => (n % 8 === 0 ? cells.slice(0, 9).join(",") : cells.with(4, ` ${cells[4]}`).join(",")),
  (cells, n) => (n % 8 === 0 ? cells.with(1, "待定").join(",") : cells.with(8, " 电话了解").join(",")),
];

const codes = Array.from({ length: firms }, (_, n) => firm(n));
const dates = Array.from({ length: days + 3 }, (_, n) => day(n));

/** On which day, and to which enterprise, the n-th visit is: all over the year. */
const anyDay = (n: number): readonly [number, number] => [(n * 7) % days, (n * 13) % firms];

/** The same of visits in the year's last quarter, to enterprises that none of the others went to on that day. */
const lastQuarter = (n: number): readonly [number, number] => {
  const on = days - 92 + (n % 92);
  return [on, (n * 5 + on * 4 + 1) % firms];
};

/**
 * Writes a file of visits under numbers of their own.
 * @param mess how many messy rows were written before it
 * @param when day and enterprise of a visit
 */
const writeFile = (
  file: string,
  from: number,
  to: number,
  messy: number,
  mess = { n: 0 },
  when = anyDay,
): void => {
  const handle = openSync(file, "w");
  let lines = [header];
  for (let n = from; n < to; n++) {
    const [on, at] = when(n);
    const cells = [`V${n}`, dates[on], codes[at], `虚构企业${at}`, `G${n % cadres}`, "否", methods[n % 3]];
    cells.push(tasks[n % 5], `走访了解生产经营情况${n % 977}`, dates[on + 3]);
    const isMessy = ((n * 7919) % 10_007) / 10_007 < messy;
    lines.push(
      isMessy
        ? (messes[mess.n++ % messes.length] as (typeof messes)[number])(cells as string[], mess.n)
        : cells.join(","),
    );
    if (lines.length < batch && n < to - 1) continue;
    writeSync(handle, `${lines.join("\n")}\n`);
    lines = [];
  }
  closeSync(handle);
};

/**
 * Writes visits, in files of two and a half million, and the rosters they point to.
 * @param messy share of rows that are not canonical, 0 to 1
 */
export const writeVisits = (folder: string, rows: number, messy: number): void => {
  const put = (name: string, lines: readonly string[]): void =>
    writeFileSync(path.join(folder, name), `${lines.join("\n")}\n`);
  put("enterprises.csv", [
    "统一社会信用代码,企业名称,所属镇街,企业类型,是否规上,是否重点服务企业,职工人数",
    ...codes.map((code, n) => `${code},虚构企业${n},990103001,民营,是,是,100`),
  ]);
  put("areas.csv", ["区划代码,名称,上级代码,层级,生效日期", "990103001,城东街道,,镇街,2010-01-01"]);
  put("cadres.csv", [
    "干部编号,姓名,所属工会,层级,任职起",
    ...Array.from({ length: cadres }, (_, n) => `G${n},虚构干部${n},虚构总工会,区,2017-01-01`),
  ]);
  const mess = { n: 0 };
  for (let from = 0, part = 1; from < rows; from += rowsEach, part++)
    writeFile(path.join(folder, `visits-${part}.csv`), from, Math.min(rows, from + rowsEach), messy, mess);
};

/** Writes one more file of visits that no other file has, in the year's last quarter. */
export const writeMoreVisits = (folder: string, name: string, from: number, rows: number): void =>
  writeFile(path.join(folder, name), from, from + rows, 0, { n: 0 }, lastQuarter);
