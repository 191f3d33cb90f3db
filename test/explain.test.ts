import { cpSync } from "node:fs";
import path from "node:path";
import Big from "big.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { organisation } from "../pipelines/index.ts";
import type { Figure } from "../src/figure.ts";
import { contributionsTo, type Place, recount } from "../src/node/contributions.ts";
import { explain } from "../src/node/explain.ts";
import { Failure } from "../src/node/failure.ts";
import { namedIndicators } from "../src/node/figures.ts";
import type { Named } from "../src/node/measure.ts";
import { home, Workbench } from "./workbench.ts";

const bench = new Workbench();
const named = new Map(namedIndicators(organisation).map((i) => [i.name, i]));
let figures: Figure[];

beforeAll(async () => {
  cpSync(path.join(home, "data", "demo"), path.join(bench.data, "demo"), { recursive: true });
  await bench.ingest();
  figures = (await bench.figures()).filter((f) => f.span === "quarter" && f.quarter === "2018Q4");
}, 120_000);
afterAll(() => bench.clear());

const placeOf = ({ quarter, by }: Figure): Place => {
  const [entry] = Object.entries(by);
  return { quarter, ...(entry && { by: { dimension: entry[0], value: entry[1] } }) };
};

/** The total, and the first three values of every breakdown. */
const some = (of: readonly Figure[]): Figure[] => {
  const seen = new Map<string, number>();
  return of.filter((f) => {
    const key = `${f.indicator} ${Object.keys(f.by)}`;
    seen.set(key, (seen.get(key) ?? 0) + 1);
    return (seen.get(key) ?? 0) <= 3;
  });
};

/** A sum or a plain count adds up row by row; distinct counts, medians and the like do not. */
const adds = (sql: string | undefined): boolean =>
  sql !== undefined &&
  /^(?:coalesce\(sum\((?!DISTINCT)[^()]*\), 0\)|count\(\*\)(?: FILTER \([^()]*\))?)$/.test(sql);

const told = (name: string, by?: string, personal = false) =>
  bench.ask((w) => explain(w, organisation, named.get(name) as Named, "2018Q4", by, personal));

describe("a figure taken apart", () => {
  it("is the sum of its rows, for every indicator and its breakdowns", async () => {
    expect(figures.length).toBeGreaterThan(1000);
    let added = 0;
    await bench.ask(async (warehouse) => {
      for (const figure of some(figures)) {
        const indicator = named.get(figure.indicator) as Named;
        const at = `${figure.indicator} ${JSON.stringify(figure.by)}`;
        const { numerator, denominator } = await recount(warehouse, indicator, placeOf(figure));
        expect({ numerator, denominator }, at).toEqual({
          numerator: figure.numerator,
          denominator: figure.denominator,
        });
        if (Object.keys(figure.by).length > 0 || !adds(indicator.numerator)) continue;
        const rows = await contributionsTo(warehouse, indicator, placeOf(figure));
        const sum = rows.reduce((n, row) => n.plus(row.numerator ?? 0), new Big(0));
        expect(sum.eq(figure.numerator ?? 0), at).toBe(true);
        added += 1;
      }
    });
    expect(added).toBeGreaterThan(80);
  }, 120_000);

  it("names the file and line of every row, and what was set aside in the same registers", async () => {
    const { figure, rows, origins, setAside, sql } = await told("legal_aid.recovered");
    expect(rows.every(({ file, line }) => file !== null && line !== null)).toBe(true);
    expect(origins.reduce((n, o) => n + o.rows, 0)).toBe(rows.length);
    expect(origins.map((o) => o.file)).toContain("demo/legal_aid/案件台账-市本级-2018Q4.csv");
    expect(origins.every((o) => /^[0-9a-f]{64}$/.test(o.sha256))).toBe(true);
    expect(setAside.some(({ fate }) => fate === "superseded")).toBe(true);
    expect(setAside.some(({ fate }) => fate === "refused")).toBe(true);
    expect(sql).toContain("closed_cases");
    expect(figure.value).toMatch(/^\d+\.\d\d$/);
  });

  it("shows the lines as they were handed in, without personal data unless it is asked for", async () => {
    const masked = (await told("legal_aid.cases")).rows[0]?.record;
    expect(masked?.案由).toMatch(/\S/);
    expect(masked?.申请人姓名).toBe("***");
    const open = (await told("legal_aid.cases", undefined, true)).rows[0]?.record;
    expect(open?.申请人姓名).toMatch(/^[\u4e00-\u9fff]{2,}$/);
  });

  it("of one township is asked for by its name or its code", async () => {
    const byName = await told("visits.above_scale_coverage", "雾岫镇");
    const byCode = await told("visits.above_scale_coverage", "990103110");
    expect(byName.figure).toEqual(byCode.figure);
    expect(byName.rows).toHaveLength(Number(byName.figure.denominator));
  });

  it("says what there is when it is asked for what is not", async () => {
    await expect(told("visits.above_scale_coverage", "无名镇")).rejects.toThrow(Failure);
    await expect(told("visits.above_scale_coverage", "无名镇")).rejects.toThrow(/雾岫镇/);
  });
});
