import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { organisation } from "../pipelines/index.ts";
import type { Figure } from "../src/figure.ts";
import { contributionsTo, type Place, recount } from "../src/node/contributions.ts";
import { explain } from "../src/node/explain.ts";
import { Failure } from "../src/node/failure.ts";
import { namedIndicators } from "../src/node/figures.ts";
import type { Named } from "../src/node/measure.ts";
import type { Warehouse } from "../src/node/warehouse.ts";
import { addedUp } from "./adding.ts";
import { demonstration } from "./demonstration.ts";
import { inventFederation } from "./recompute/invent/index.ts";
import { Workbench } from "./workbench.ts";

let bench: Workbench;
const named = new Map(namedIndicators(organisation).map((i) => [i.name, i]));
let figures: Figure[];

beforeAll(async () => {
  const shown = await demonstration();
  bench = shown.bench;
  figures = shown.figures.filter((f) => f.span === "quarter" && f.quarter === "2018Q4");
}, 120_000);
afterAll(() => bench?.close());

const placeOf = ({ quarter, by }: Figure): Place => {
  const [entry] = Object.entries(by);
  return { quarter, ...(entry && { by: { dimension: entry[0], value: entry[1] } }) };
};

/** The total, and the first values of every breakdown. */
const some = (of: readonly Figure[]): Figure[] => {
  const seen = new Map<string, number>();
  return of.filter((f) => {
    const key = `${f.indicator} ${Object.keys(f.by)}`;
    seen.set(key, (seen.get(key) ?? 0) + 1);
    return (seen.get(key) ?? 0) <= Number(process.env.EXPLAINED ?? 1);
  });
};

/** No adding gives these: the greatest of three sums. */
const greatest = ["organising.enterprises_covered", "organising.workers_covered"];

/** What the listed rows, added up by hand, make otherwise than the figure says; and how many sums were tried. */
const tally = async (
  warehouse: Warehouse,
  of: readonly Figure[],
): Promise<{ wrong: string[]; indicators: Set<string> }> => {
  const wrong: string[] = [];
  const indicators = new Set<string>();
  for (const figure of of) {
    const indicator = named.get(figure.indicator) as Named;
    const rows = await contributionsTo(warehouse, indicator, placeOf(figure));
    for (const part of ["numerator", "denominator"] as const) {
      const sql = indicator[part];
      if (sql === undefined || (sql === "0" && indicator.value)) continue;
      const sum = addedUp(sql, rows, (row) => row[part]);
      const at = `${figure.indicator} ${figure.quarter} ${JSON.stringify(figure.by)} ${part}`;
      if (sum === undefined) {
        if (!greatest.includes(figure.indicator)) wrong.push(`${at}: ${sql} is not added up`);
      } else if (!sum.eq(figure[part] ?? 0)) wrong.push(`${at}: ${figure[part]}, its rows give ${sum}`);
      if (sum !== undefined) indicators.add(figure.indicator);
    }
  }
  return { wrong, indicators };
};

const told = (name: string, by?: string, personal = false) =>
  bench.ask((w) => explain(w, organisation, named.get(name) as Named, "2018Q4", by, personal));

describe("a figure taken apart", () => {
  it("is the sum of its rows, for every indicator and its breakdowns", async () => {
    expect(figures.length).toBeGreaterThan(1000);
    await bench.ask(async (warehouse) => {
      for (const figure of some(figures)) {
        const indicator = named.get(figure.indicator) as Named;
        const at = `${figure.indicator} ${JSON.stringify(figure.by)}`;
        const { numerator, denominator } = await recount(warehouse, indicator, placeOf(figure));
        expect({ numerator, denominator }, at).toEqual({
          numerator: figure.numerator,
          denominator: figure.denominator,
        });
      }
      const totals = figures.filter(({ by }) => Object.keys(by).length === 0);
      const { wrong, indicators } = await tally(warehouse, totals);
      expect(wrong).toEqual([]);
      expect(indicators.size).toBe(named.size - greatest.length);
    });
  }, 120_000);

  it("is the sum of its rows in an invented federation, with every breakdown; nothing stands behind what has no data", async () => {
    const invented = new Workbench();
    try {
      for (const [name, bytes] of Object.entries(inventFederation(11).files)) invented.put(name, bytes);
      for (const room of ["organising", "measures"]) invented.putExamples(room);
      await invented.ingest();
      const last = (await invented.figures()).filter((f) => f.span === "quarter" && f.quarter === "2018Q4");
      const found = last.filter((f) => (f.value ?? f.numerator ?? f.denominator) !== null);
      const { wrong, indicators } = await invented.ask((warehouse) => tally(warehouse, found));
      expect(wrong).toEqual([]);
      expect(indicators.size).toBeGreaterThan(80);
      const unheard = named.get("legal_aid.consultations") as Named;
      const { rows } = await invented.ask((w) =>
        explain(w, organisation, unheard, "2018Q4", undefined, false),
      );
      expect(rows).toEqual([]);
    } finally {
      invented.clear();
    }
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
