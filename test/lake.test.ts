import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { organisation } from "../pipelines/index.ts";
import { expectFree } from "../src/node/export/free.ts";
import { writeLake } from "../src/node/export/lake/lake.ts";
import { lakeMark, manifestFile } from "../src/node/export/lake/manifest.ts";
import { openWarehouse } from "../src/node/warehouse.ts";
import { registersOf } from "../src/organisation.ts";
import { bundleFrom, rosterOf } from "./bundles.ts";
import { call, callAs } from "./verb.ts";
import { filesBelow, home, rooms, Workbench, withRooms } from "./workbench.ts";

interface Manifest {
  readonly tables: {
    readonly name: string;
    readonly folder: string;
    readonly rows: number;
    readonly partitioned_by: readonly { readonly name: string }[];
    readonly columns: readonly { readonly name: string; readonly type: string }[];
    readonly files: readonly { readonly path: string; readonly rows: number; readonly sha256: string }[];
  }[];
}

const bench = new Workbench();
const lake = path.join(bench.folder, "lake");
const where = ["--data", bench.data, "--lake", lake];
let manifest: Manifest;
/** DuckDB as anybody has it, not the workbench's own. */
let anybody: Awaited<ReturnType<DuckDBInstance["connect"]>>;

const asked = async (sql: string): Promise<string[][]> =>
  (await anybody.runAndReadAll(sql)).getRows().map((row) => row.map(String));
const whole = ({ folder }: { folder: string }): string =>
  `read_parquet('${lake}/${folder}/**/*.parquet', hive_partitioning = true)`;
const manifestText = (): string => readFileSync(path.join(lake, manifestFile), "utf8");

beforeAll(async () => {
  for (const { id } of organisation.rooms) bench.putExamples(id);
  bench.put("名册.csv", rosterOf(bench, ["甲"]));
  bench.put(
    "甲.csv",
    bundleFrom(bench, "甲", { told: { "legal_aid.cases": "7", "legal_aid.people": "<10" } }),
  );
  const { status, out } = await call("export", ...where, "--out", bench.out);
  expect(status).toBe(0);
  expect(out).toMatch(/已把 \d+ 张表（内部资料，请勿外传）按季度分区写成 Parquet，放在 .+lake；/);
  manifest = JSON.parse(manifestText()) as Manifest;
  anybody = await (await DuckDBInstance.create(":memory:")).connect();
}, 120_000);
afterAll(() => {
  anybody?.closeSync();
  bench.clear();
});

/** What Trino takes for a word of its own; Spark's list is within it but for these that nobody uses as a column. */
const reserved = new Set(
  "alter and as between by case cast constraint create cross cube deallocate delete describe distinct drop else end escape except execute exists extract false for from full group grouping having in inner insert intersect into is join left like listagg natural normalize not null on or order outer prepare recursive right rollup select skip table then trim true uescape union unnest using values when where with user any both collate leading only some to trailing unique".split(
    " ",
  ),
);

/** What a column's type is in Parquet: as DuckDB writes it, and as Spark and Trino read it. */
const inParquet: readonly (readonly [RegExp, string])[] = [
  [/^VARCHAR$/, "BYTE_ARRAY UTF8"],
  [/^BIGINT$/, "INT64 INT_64"],
  [/^DATE$/, "INT32 DATE"],
  [/^BOOLEAN$/, "BOOLEAN "],
  [/^DECIMAL\(18,\d+\)$/, "INT64 DECIMAL"],
];

describe("a lake", () => {
  it("has one schema for all files of a table, in types and names that DuckDB, Spark and Trino share", async () => {
    const rows = await asked(`
      SELECT file_name, name, type || ' ' || coalesce(converted_type, ''), coalesce(scale, 0)
      FROM parquet_schema('${lake}/**/*.parquet') WHERE type IS NOT NULL AND name <> 'duckdb_schema'`);
    const found = new Map<string, string[]>();
    for (const [file = "", name, type, scale] of rows) {
      const own = found.get(path.relative(lake, file)) ?? [];
      found.set(path.relative(lake, file), [...own, `${name} ${type} ${scale}`]);
    }
    for (const { name: table, columns, files } of manifest.tables) {
      const due = columns.map(({ name, type }) => {
        expect(name, table).toMatch(/^[a-z_][a-z0-9_]*$/);
        expect(reserved.has(name), `${table}.${name}`).toBe(false);
        const physical = inParquet.find(([like]) => like.test(type))?.[1];
        return `${name} ${physical} ${/,(\d+)\)/.exec(type)?.[1] ?? 0}`;
      });
      expect(files.length, table).toBeGreaterThan(0);
      for (const file of files) expect(found.get(file.path), file.path).toEqual(due);
    }
    expect(found.size).toBe(manifest.tables.flatMap(({ files }) => files).length);
  });

  it("gives back the counts and sums of the warehouse to another DuckDB", async () => {
    expect(manifest.tables.length).toBeGreaterThan(150);
    await bench.ask(async (warehouse) => {
      for (const table of manifest.tables) {
        const of = (type: RegExp) => table.columns.filter((c) => type.test(c.type)).map((c) => c.name);
        const totals = [
          "count(*)",
          ...of(/^(?:BIGINT|DECIMAL)/).map((id) => `sum("${id}")`),
          ...of(/^DATE/).map((id) => `max("${id}") FILTER (WHERE isfinite("${id}"))`),
          ...of(/^(?:VARCHAR|BOOLEAN)/).map((id) => `count(DISTINCT "${id}") || ' of ' || count("${id}")`),
        ].map((one, i) => `CAST(${one} AS VARCHAR) AS c${i}`);
        const [own] = await warehouse.rows(`SELECT ${totals.join(", ")} FROM ${table.name}`);
        const [read] = await asked(`SELECT ${totals.join(", ")} FROM ${whole(table)}`);
        expect(read, table.name).toEqual(Object.values(own ?? {}).map(String));
        expect(own?.c0).toBe(String(table.rows));
      }
    });
  });

  it("has a file with the schema for a table without rows", () => {
    const empty = manifest.tables.filter(({ rows }) => rows === 0);
    expect(empty.length).toBeGreaterThan(0);
    expect(empty.some(({ partitioned_by }) => partitioned_by.length > 0)).toBe(true);
    for (const { files } of empty) expect(files).toHaveLength(1);
  });

  it("has what federations below handed up, by quarter, withheld numbers as they are withheld", async () => {
    const of = (name: string): string => whole({ folder: name });
    const figures = await asked(
      `SELECT indicator, value, quarter FROM ${of("handed_up/figures")} ORDER BY indicator`,
    );
    expect(figures).toEqual([
      ["legal_aid.cases", "7", "2018Q3"],
      ["legal_aid.people", "<10", "2018Q3"],
    ]);
    const bundles = await asked(
      `SELECT federation, since, b.quarter, as_of FROM ${of("intake/bundles")} b JOIN ${of("handed_up/federations")} USING (federation, fingerprint)`,
    );
    expect(bundles).toEqual([["甲总工会", "2018Q3", "2018Q3", "2018-10-08"]]);
    expect(manifest.tables.some(({ name }) => name === "intake.bundles_inside")).toBe(true);
  });

  it("is read a quarter at a time", async () => {
    const divided = manifest.tables.filter(({ partitioned_by }) => partitioned_by.length > 0);
    const [visits] = divided.filter(({ name, files }) => name.startsWith("visits.") && files.length > 1);
    const quarters = visits?.files.map(({ path }) => /quarter=(\d{4}Q[1-4])\//.exec(path)?.[1]);
    const sql = `FROM ${whole(visits as { folder: string })} WHERE quarter = '${quarters?.[0]}'`;
    const [plan = []] = await asked(`EXPLAIN ${sql}`);
    expect(plan.join("\n")).toMatch(new RegExp(`Scanning Files: 1/${quarters?.length}\\b`));
    expect(await asked(sql)).toHaveLength(visits?.files[0]?.rows ?? 0);
    // A register goes by the day of what happened.
    expect(divided.map(({ name }) => name)).toContain("visits.visits");
    // A roster tells of no quarter, and a union founded in 1998 opens none.
    for (const id of ["rosters.enterprises", "organising.unions", "calendar.quarters"])
      expect(manifest.tables.find(({ name }) => name === id)?.partitioned_by).toEqual([]);
  });

  it("is as docs/lake.md says: DuckDB's statement runs, Trino's has the columns that there are", async () => {
    const doc = readFileSync(path.join(home, "docs", "lake.md"), "utf8");
    const [, duckdb = ""] = /^## DuckDB\n\n```sql\n([^`]+)```/m.exec(doc) ?? [];
    expect(await asked(duckdb.replaceAll("lake/", `${lake}/`).replace(/;\s*$/, ""))).not.toEqual([]);
    const [, name = "", columns = ""] = /CREATE TABLE hive\.(\w+\.\w+) \(([^)]+)\)/.exec(doc) ?? [];
    const table = manifest.tables.find((one) => one.name === name);
    const due = [...(table?.columns ?? []), ...(table?.partitioned_by ?? [])];
    expect(columns.split(",").map((one) => one.trim())).toEqual(
      due.map((one) => `${one.name} ${"type" in one ? String(one.type).toLowerCase() : ""}`),
    );
  });

  it("has no personal field, and says of every file what its hash is", () => {
    for (const { room, id, fields } of registersOf(organisation)) {
      const columns = manifest.tables
        .find(({ name }) => name === `${room}.${id}`)
        ?.columns.map((c) => c.name);
      for (const [field, { personal }] of Object.entries(fields))
        if (field !== "quarter") expect(columns?.includes(field), `${id}.${field}`).toBe(!personal);
    }
    const files = manifest.tables.flatMap(({ files }) => files);
    expect(filesBelow(lake)).toEqual([...files.map((file) => file.path), manifestFile].sort());
    for (const { path: file, sha256 } of files)
      expect(
        createHash("sha256")
          .update(readFileSync(path.join(lake, file)))
          .digest("hex"),
      ).toBe(sha256);
  });

  it("is the same bytes again", async () => {
    const before = manifestText();
    const again = `${path.join(bench.folder, "again")}/`;
    mkdirSync(again);
    const into = await openWarehouse(bench.out, again);
    const { as_of: asOf } = JSON.parse(before) as { as_of: string };
    const head = { federation: organisation.federation, asOf, demo: false };
    await writeLake(into, organisation, head, rooms, again);
    into.close();
    expect(readFileSync(path.join(again, manifestFile), "utf8")).toBe(before);
  }, 60_000);

  it("stays as it was where a name has got into it", async () => {
    const few = withRooms("visits", "returns", "targets");
    const bench = new Workbench(few);
    for (const room of ["rosters", "visits"]) bench.putExamples(room);
    const to = path.join(bench.folder, "lake");
    const folders = ["--data", bench.data, "--out", bench.out, "--lake", to];
    expect((await callAs(few, "export", ...folders)).status).toBe(0);
    const told = (): string => readFileSync(path.join(to, manifestFile), "utf8");
    const before = told();
    const roster = path.join(bench.data, "rosters", "enterprises.csv");
    const cadre = /^G\d+,([^,]+),/m.exec(
      readFileSync(path.join(bench.data, "rosters", "cadres.csv"), "utf8"),
    )?.[1];
    const [titles = "", first = "", ...rest] = readFileSync(roster, "utf8").split("\n");
    const named = first.split(",").with(1, `${cadre}商店`).join(",");
    writeFileSync(roster, [titles, named, ...rest].join("\n"));
    const { status, err } = await callAs(few, "export", ...folders);
    expect(status).toBe(1);
    expect(err).toContain("发现个人信息，没有发布");
    expect(told()).toBe(before);
    expect(
      filesBelow(bench.folder).filter((file) => file.startsWith("lake.") || /\.new-/.test(file)),
    ).toEqual([]);
    bench.clear();
  }, 60_000);

  it("is not written into data/, nor over anything else", () => {
    const free = (to: string) => () => expectFree(to, bench.data, "--lake", lakeMark);
    expect(free(path.join(bench.data, "lake"))).toThrow("请用 --lake 写别处的文件夹");
    expect(free(bench.out)).toThrow("里有别的内容");
    expect(free(lake)).not.toThrow();
    expect(() => expectFree(lake, bench.data)).toThrow("请用 --to 写一个新文件夹");
    expect(existsSync(path.join(bench.folder, "elsewhere"))).toBe(false);
    expect(free(path.join(bench.folder, "elsewhere"))).not.toThrow();
  });
});
