import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { organisation } from "../pipelines/index.ts";
import { inert, lasting, live } from "../src/formula.ts";
import { figuresIn, figureTable } from "../src/node/figure_table.ts";
import { bars } from "../src/site/bars.ts";
import { readText } from "../src/text.ts";
import { contextOf, figureOf, indicatorOf } from "./editions.ts";
import { filesBelow, Workbench } from "./workbench.ts";

/** What a spreadsheet starts a formula at; a number may be negative. */
const runs = (cell: string): boolean => /^[=+@＝＋＠\t\r\n－]|^-(?!\d+(?:\.\d+)?$)/.test(cell);
const formulas = [
  '=HYPERLINK("http://poison.invalid","看")',
  "=cmd|'/c calc'!A1",
  "+1+cmd|' /C calc'!A0",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "-1+1",
  "－1+1",
  "－0",
  "＝1+1",
  "\t=1+1",
];

describe("a cell that a spreadsheet would run", () => {
  it("is written with an apostrophe, which is taken off when it is read; numbers stay numbers", () => {
    for (const formula of formulas) expect(runs(inert(formula)), formula).toBe(false);
    for (const number of ["-5.00", "0", "-3", "12.5"]) expect(inert(number)).toBe(number);
    fc.assert(
      fc.property(fc.constantFrom(..."=+-@＝＋－＠"), fc.string(), (sign, rest) => {
        expect(runs(lasting(sign + rest))).toBe(false);
        expect(readText(inert(sign + rest))).toBe(readText(sign + rest));
      }),
    );
  });

  it("is itself again in figures that are read back to be compared", () => {
    const indicator = indicatorOf("cases", { unit: "case" });
    const figures = [...formulas, "甲，乙", 'a,"b"', "-5", "a|b;c|d"].map((area) => ({
      ...figureOf(indicator, "2018Q4", "1", { area }),
      label: { zh: area, en: area },
    }));
    for (const formula of formulas) expect(live(inert(formula))).toBe(formula);
    expect(figuresIn(figureTable(figures, () => undefined))).toEqual(figures);
  });

  it("stays words in a table that a page hands out", () => {
    const indicator = indicatorOf("cases", { unit: "case" });
    const figures = formulas.flatMap((area, i) => [figureOf(indicator, "2018Q4", String(i + 1), { area })]);
    const drawn = bars(
      indicator,
      "area",
      contextOf([indicator], [figureOf(indicator, "2018Q4", "99"), ...figures]),
    );
    const [, csv = ""] = /href="data:text\/csv;charset=utf-8,([^"]*)"/.exec(drawn.text) ?? [];
    const cells = Papa.parse<string[]>(
      decodeURIComponent(csv.replaceAll("&#39;", "'")).replace("\ufeff", ""),
    ).data.flat();
    expect(cells).toContain("'=cmd|'/c calc'!A1");
    expect(cells.filter(runs)).toEqual([]);
  });
});

describe("files that are given back", () => {
  const bench = new Workbench();
  beforeAll(async () => {
    for (const room of ["rosters", "visits"]) bench.putExamples(room);
    const rows = formulas.map((formula, i) => [`V${i}`, "2018-02-30", formula, "G001", formula, formula]);
    const sent = [["走访编号", "走访日期", "统一社会信用代码", "干部编号", "走访方式", "走访内容"], ...rows];
    bench.put(`${formulas[0]?.slice(0, 10)}.csv`, Papa.unparse(sent));
    await bench.ingest(organisation);
  });
  afterAll(() => bench.clear());

  it("hold no cell that a spreadsheet would run, nor the name of a file that it would", () => {
    const folder = path.join(bench.out, "receipts");
    const [file = ""] = filesBelow(folder);
    const { data } = Papa.parse<string[]>(
      readFileSync(path.join(folder, file), "utf8").replace("\ufeff", ""),
    );
    expect(data.length).toBeGreaterThan(formulas.length);
    expect(data.flat().filter(runs)).toEqual([]);
    for (const formula of formulas)
      expect(data.flat().map((cell) => cell.trim())).toContain(`'${formula}`.trim());
  });
});
