import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { organisation } from "../pipelines/index.ts";
import type { Indicator } from "../src/indicator.ts";
import { namedIndicators } from "../src/node/figures.ts";
import { Fingerprints } from "../src/node/fingerprints.ts";
import { openBeside, type Warehouse } from "../src/node/warehouse.ts";

const [any] = organisation.rooms.flatMap(({ indicators }) => indicators) as [Indicator];
const { by: _by, where: _where, denominator: _denominator, value: _value, behind: _behind, ...plain } = any;
const counting = (more: Partial<Indicator> = {}): Indicator => ({
  ...plain,
  from: "room.rows",
  numerator: "sum(b)",
  by: { a: "A" },
  ...more,
});

describe("a fingerprint of rows", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "taizhang-"));
  let warehouse: Warehouse;
  const of = async (values: string, span: "quarter" | "year" = "quarter"): Promise<string[]> => {
    await warehouse.run(
      `CREATE OR REPLACE TABLE room.rows AS FROM (VALUES ${values}) t(quarter, a, b, unread)`,
    );
    const all = await Fingerprints.over(warehouse, [counting()]);
    return [...((await all.of("room.rows", span, ["2018Q3", "2018Q4", "2019Q1"])) ?? new Map()).values()];
  };
  const rows = "('2018Q4', 'x', 1, 0), ('2018Q4', 'y', 2, 0), ('2018Q3', 'z', 3, 0)";
  beforeAll(async () => {
    warehouse = await openBeside(folder);
    await warehouse.run(`CREATE SCHEMA room; CREATE SCHEMA calendar;
      CREATE TABLE calendar.quarters AS
        FROM (VALUES ('2018Q3', '2018'), ('2018Q4', '2018'), ('2019Q1', '2019')) t(quarter, year);
      CREATE MACRO room.hidden(x) AS x + (SELECT count(*) FROM calendar.quarters)`);
  });
  afterAll(() => {
    warehouse.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("stays where their order is another, or what nobody reads", async () => {
    const other = "('2018Q3', 'z', 3, 9), ('2018Q4', 'y', 2, 9), ('2018Q4', 'x', 1, 9)";
    expect(await of(other)).toEqual(await of(rows));
    expect(await of(other, "year")).toEqual(await of(rows, "year"));
  });

  const differs: [string, string][] = [
    ["a cell changed", rows.replace("'x', 1", "'x', 5")],
    ["two rows exchanged cells", "('2018Q4', 'x', 2, 0), ('2018Q4', 'y', 1, 0), ('2018Q3', 'z', 3, 0)"],
    ["a row is there twice", `${rows}, ('2018Q4', 'y', 2, 0)`],
    ["one stands in another's place", "('2018Q4', 'x', 1, 0), ('2018Q4', 'x', 1, 0), ('2018Q3', 'z', 3, 0)"],
    ["a cell is empty", rows.replace("'x', 1", "NULL, 1")],
    ["a row went", "('2018Q4', 'x', 1, 0), ('2018Q3', 'z', 3, 0)"],
  ];
  for (const [what, values] of differs)
    it(`tells where ${what}, in its quarter and in the year from there on`, async () => {
      const moved = async (span: "quarter" | "year"): Promise<boolean[]> => {
        const before = await of(rows, span);
        return (await of(values, span)).map((one, i) => one !== before[i]);
      };
      expect(await moved("quarter")).toEqual([false, true, false]);
      expect(await moved("year")).toEqual([false, true, false]);
    });

  it("of a year holds the quarters before", async () => {
    const [before, after] = [await of(rows, "year"), await of(rows.replace("'z', 3", "'z', 4"), "year")];
    expect(after.map((one, i) => one !== before[i])).toEqual([true, true, false]);
  });

  it("of nothing but what there is", async () => {
    const all = await Fingerprints.over(warehouse, [counting()]);
    expect(await all.of("room.none", "quarter", ["2018Q4"])).toBeUndefined();
    expect(await all.of("room.rows", "quarter", ["2018Q4"], false)).toBeUndefined();
  });

  it("speaks for an indicator that reads nothing else", async () => {
    const all = await Fingerprints.over(warehouse, []);
    const alone: Partial<Indicator>[] = [
      {},
      {
        numerator: "count(*)",
        where: "a IS NOT DISTINCT FROM b",
        denominator: "count(*) FILTER (WHERE a > 2 * b)",
      },
    ];
    for (const one of alone) expect(all.tells(counting(one))).toBe(true);
    const more: Partial<Indicator>[] = [
      { numerator: "count(*) + (select 1)" },
      { denominator: "(FROM settings)" },
      { value: "sum(b) * (TABLE factors)" },
      { where: "b < (VALUES (1))" },
      { behind: { cases: "count(*)", people: "room.hidden(1)", amount: "b" } },
      { where: "b > hidden(1)" },
      { numerator: "count(*) FILTER (WHERE random() < 1)" },
      { where: "a < current_date" },
      { numerator: "sum(count(*)) OVER ()" },
      { numerator: "count(DISTINCT m)" },
      { numerator: "count(COLUMNS(*))" },
      { numerator: "count(DISTINCT hash(*))" },
    ];
    for (const one of more) expect([one, all.tells(counting(one))]).toEqual([one, false]);
  });

  it("speaks for every indicator that there is", async () => {
    const all = await Fingerprints.over(warehouse, []);
    expect(namedIndicators(organisation).flatMap((one) => (all.tells(one) ? [] : one.name))).toEqual([]);
  });
});
