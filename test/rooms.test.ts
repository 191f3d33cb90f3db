import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { organisation } from "../pipelines/index.ts";
import type { Figure } from "../src/figure.ts";
import type { Ingested } from "../src/node/ingest.ts";
import { dimensionsOf, registersOf } from "../src/organisation.ts";
import { read } from "../src/read.ts";
import { openWorkbook } from "../src/workbook.ts";
import { rooms, Workbench, withRoom } from "./workbench.ts";

type Expected = Pick<Figure, "indicator" | "quarter" | "by" | "value" | "numerator" | "denominator">;

const at = ({ indicator, quarter, by }: Pick<Figure, "indicator" | "quarter" | "by">): string =>
  `${indicator} ${quarter} ${JSON.stringify(by)}`;

describe.each(organisation.rooms.map((room) => [room.id, room] as const))("room %s", (id, room) => {
  // Rosters alone hold no event, so no quarter: visits lend them theirs.
  const bench = new Workbench(withRoom(id === "rosters" ? "visits" : id));
  const expected: Expected[] = JSON.parse(readFileSync(path.join(rooms, id, "expected.json"), "utf8"));
  let ingested: Ingested;
  let figures: Figure[];

  beforeAll(async () => {
    for (const each of new Set(["rosters", id === "rosters" ? "visits" : id])) bench.putExamples(each);
    ingested = await bench.ingest();
    figures = await bench.figures(id);
  });
  afterAll(() => bench.clear());

  it("accepts every row of its examples", () => {
    for (const file of ingested.files)
      expect(file, file.path).toMatchObject({ accepted: file.read, refused: 0 });
  });

  it("has one example of at most 15 rows for each register", () => {
    for (const register of room.registers) {
      const file = path.join(rooms, id, "examples", `${register.id}.csv`);
      expect(existsSync(file), file).toBe(true);
      const tally = ingested.files.find(
        (f) => f.path === `${id}/${register.id}.csv` && f.register === register.id,
      );
      expect(tally?.read, register.id).toBeGreaterThan(0);
      expect(tally?.read, register.id).toBeLessThanOrEqual(15);
    }
  });

  it("has examples that no register of another room could be", () => {
    for (const register of room.registers) {
      const bytes = readFileSync(path.join(rooms, id, "examples", `${register.id}.csv`));
      const open = () => ({ row: () => {}, problem: () => {} });
      const { tables } = read(bytes, registersOf(organisation), open, openWorkbook);
      expect(tables.map(({ header }) => header?.register.id)).toEqual([register.id]);
    }
  });

  it("offends against no check that is an error", () => {
    expect(ingested.checks.filter((c) => c.severity === "error" && c.count > 0)).toEqual([]);
  });

  it("gives the figures that were added up by hand", () => {
    const measured = new Map(figures.filter((f) => f.span === "quarter").map((f) => [at(f), f]));
    for (const want of expected) expect(measured.get(at(want)), at(want)).toMatchObject(want);
  });

  it("picks no single value out of an axis that is for the internal edition only", () => {
    const closed = new Set(dimensionsOf(organisation).flatMap((d) => (d.internal ? [d.id] : [])));
    const columns = room.indicators.flatMap((i) =>
      Object.entries(i.by ?? {}).flatMap(([axis, column]) => (closed.has(axis) ? [column] : [])),
    );
    const telling = room.indicators.filter(({ where = "", numerator, denominator = "" }) =>
      columns.some((column) => new RegExp(`\\b${column}\\b`).test(`${where} ${numerator} ${denominator}`)),
    );
    expect(telling.map((i) => i.id)).toEqual([]);
  });

  it("has an expected figure for every indicator", () => {
    const names = new Set(expected.map((e) => e.indicator));
    expect(room.indicators.map((i) => `${id}.${i.id}`).filter((name) => !names.has(name))).toEqual([]);
  });
});
