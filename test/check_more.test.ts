import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { code, day } from "../src/field.ts";
import { cameIn } from "../src/node/grow/came.ts";
import { checkMore } from "../src/node/grow/check_more.ts";
import { NotGrown } from "../src/node/grow/not_grown.ts";
import { type Check, type Checked, listed, offendersIn } from "../src/node/model.ts";
import { literal } from "../src/node/sql.ts";
import { openBeside, type Warehouse } from "../src/node/warehouse.ts";
import type { Register } from "../src/register.ts";
import { words } from "../src/words.ts";

const lists: Register = {
  id: "lists",
  room: "room",
  words: words("表", "Lists"),
  grain: words("一行", "a row"),
  fields: { one: code("甲", "one"), two: code("乙", "two"), met: day("日", "met") },
  key: ["one"],
};
const told = { id: "room.check", room: "room", words: lists.words, severity: "warning" } as const;
const check = (sql: string, alike?: string): Check => ({ ...told, sql, ...(alike && { alike }) });

interface Row {
  readonly one: string | null;
  readonly two: string | null;
  readonly met?: string | null;
}

describe("a check of a register to which rows came", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "taizhang-"));
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await openBeside(folder);
    await warehouse.run("CREATE SCHEMA room; CREATE SCHEMA staging");
  });
  afterAll(() => {
    warehouse.close();
    rmSync(folder, { recursive: true });
  });

  const text = (value: string | null): string => (value === null ? "NULL" : literal(value));
  const lay = async (files: Readonly<Record<string, readonly Row[]>>): Promise<void> => {
    const rows = Object.entries(files).flatMap(([file, own]) =>
      own.map(
        ({ one, two, met = null }, i) =>
          `(${text(one)}, ${text(two)}, CAST(${text(met)} AS DATE), ${literal(file)}, ${i + 2})`,
      ),
    );
    await warehouse.run(`
      CREATE OR REPLACE TABLE room.lists (one VARCHAR, two VARCHAR, met DATE, _file VARCHAR, _line INTEGER);
      INSERT INTO room.lists SELECT * FROM (VALUES ${rows.join(", ")})`);
  };
  const whole = async (of: Check): Promise<Checked> => {
    const all = await offendersIn(warehouse, of, 1_000_000);
    return { ...told, count: all.length, rows: all.slice(0, listed) };
  };
  /** What it finds when files come to others, all rows asked and those alone that it says. */
  const both = async (
    of: Check,
    before: Readonly<Record<string, readonly Row[]>>,
    came: Readonly<Record<string, readonly Row[]>>,
  ): Promise<[Checked, Checked | undefined]> => {
    await lay(before);
    const known = await whole(of);
    await lay({ ...before, ...came });
    return [await whole(of), await checkMore(warehouse, of, known, lists, cameIn(Object.keys(came)))];
  };

  const twice = check(
    "-- Reads 'room.lists'.\nSELECT _file, _line FROM room.lists\nQUALIFY count(*) OVER (PARTITION BY coalesce(one, two)) > 1",
    "coalesce(one, two)",
  );
  const daily = check(
    "SELECT _file, _line FROM room.lists QUALIFY count(*) OVER (PARTITION BY one, met) > 1",
    "one, met",
  );
  const sometimes = check(
    "SELECT _file, _line FROM room.lists QUALIFY count(*) OVER (PARTITION BY if(two = 'a', met, NULL)) > 1",
    "if(two = 'a', met, NULL)",
  );
  const single = check(
    "SELECT lists._file, _line FROM room.lists SEMI JOIN (SELECT one FROM room.lists GROUP BY one HAVING count(*) = 1) USING (one) ORDER BY ALL",
    "one",
  );
  const alone = check(
    "WITH named AS (SELECT DISTINCT one FROM room.lists WHERE two = 'a') SELECT _file, _line FROM room.lists SEMI JOIN (SELECT one FROM named WHERE one <> 'b') USING (one)\nWHERE two = 'a'",
    "_file, _line",
  );
  const several = check(
    "SELECT _file, _line FROM room.lists JOIN (SELECT 1 UNION ALL SELECT 2) ON two = 'a'",
    "one",
  );
  const added = check(
    "SELECT NULL AS _file, NULL AS _line, one FROM room.lists GROUP BY one HAVING count(*) > 2",
    "one",
  );

  it.each(Object.entries({ twice, daily, sometimes, single, alone, several, added }))(
    "finds what it finds of all: %s",
    async (_, of) => {
      const cell = fc.constantFrom("a", "b", "c", null);
      const met = fc.constantFrom("2018-01-05", "2018-03-31", "2018-12-31", null);
      const rows = fc.array(fc.record({ one: cell, two: cell, met }), { minLength: 1, maxLength: 8 });
      const more = fc.dictionary(fc.constantFrom("a.csv", "m.csv", "镇.csv", "𠮷.csv", "｡.csv"), rows, {
        minKeys: 1,
        maxKeys: 3,
      });
      await fc.assert(
        fc.asyncProperty(rows, more, async (before, came) => {
          const [all, some] = await both(of, { "k.csv": before }, came);
          expect(some).toEqual(all);
        }),
        { numRuns: 40 },
      );
    },
  );

  const many = (n: number, one: (i: number) => string): Row[] =>
    Array.from({ length: n }, (_, i) => ({ one: one(i), two: "a" }));

  it("lists the first of many, and asks about all where a listed one is none any more", async () => {
    const pairs = many(500, (i) => `${i >> 1}`);
    const [all, some] = await both(twice, { "k.csv": pairs }, { "a.csv": many(3, (i) => `${i * 100}`) });
    expect(all.count).toBe(503);
    expect(some).toEqual(all);
    const ones = many(500, String);
    expect(
      await both(single, { "k.csv": ones }, { "z.csv": many(3, (i) => `x${i}`) }).then(([a, b]) => [
        a.count,
        b,
      ]),
    ).toEqual([503, expect.objectContaining({ count: 503 })]);
    expect((await both(single, { "k.csv": ones }, { "z.csv": many(3, String) }))[1]).toBeUndefined();
  });

  it("asks about those rows alone that are alike", async () => {
    const wrong = { ...twice, alike: "_file" };
    const [all, some] = await both(
      wrong,
      { "k.csv": [{ one: "a", two: "a" }] },
      { "z.csv": [{ one: "a", two: "a" }] },
    );
    expect([all.count, some?.count]).toEqual([2, 0]);
  });

  it("asks about all where nothing is said, or it cannot be told where the rows are read", async () => {
    const rows = [{ one: "a", two: "a" }];
    const reads = [
      "SELECT _file, _line FROM room.lists l",
      "SELECT _file, _line FROM room.lists WHERE one <> 'room.lists'",
    ];
    for (const of of [check(twice.sql), ...reads.map((sql) => check(sql, "one"))])
      expect((await both(of, { "k.csv": rows }, { "z.csv": rows }))[1]).toBeUndefined();
  });

  it("does not let the warehouse be grown where it cannot be asked of some", async () => {
    const rows = [{ one: "a", two: "a" }];
    await expect(both({ ...twice, alike: "three" }, { "k.csv": rows }, { "z.csv": rows })).rejects.toThrow(
      NotGrown,
    );
  });
});
