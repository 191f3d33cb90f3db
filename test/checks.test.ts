import { cpSync, existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { organisation } from "../pipelines/index.ts";
import { checksOf } from "../src/node/model.ts";
import { rooms, Workbench, withRoom } from "./workbench.ts";

const withOffenders = organisation.rooms.filter((room) =>
  existsSync(path.join(rooms, room.id, "offenders.json")),
);

/** Check → the rows it must return, as `register.csv:line`. The files are in `offenders/`, laid over the examples. */
describe.each(withOffenders.map((room) => [room.id, room] as const))("the checks of room %s", (id, room) => {
  // Rosters alone hold no event, so no quarter: visits lend them theirs.
  const bench = new Workbench(withRoom(id === "rosters" ? "visits" : id));
  const wanted: Record<string, string[]> = JSON.parse(
    readFileSync(path.join(rooms, id, "offenders.json"), "utf8"),
  );
  const found = new Map<string, string[]>();

  beforeAll(async () => {
    for (const each of new Set(["rosters", id === "rosters" ? "visits" : id])) bench.putExamples(each);
    cpSync(path.join(rooms, id, "offenders"), path.join(bench.data, id), { recursive: true });
    await bench.ingest();
    await bench.ask(async (warehouse) => {
      for (const { id: check, sql } of checksOf(room, rooms)) {
        const rows = await warehouse.rows(`SELECT _file, _line FROM (${sql}\n)`);
        found.set(
          check,
          rows.map((row) => (row._file === null ? "—" : `${path.basename(row._file ?? "")}:${row._line}`)),
        );
      }
    });
  });
  afterAll(() => bench.clear());

  it("are all tried", () => {
    expect(Object.keys(wanted).sort()).toEqual(
      [...found.keys()].map((check) => check.slice(id.length + 1)).sort(),
    );
  });

  it.each(Object.entries(wanted))("return the offenders: %s", (check, lines) => {
    expect(found.get(`${id}.${check}`)?.sort()).toEqual([...lines].sort());
  });
});
