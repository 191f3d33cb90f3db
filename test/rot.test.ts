import { readFileSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { rosters } from "../pipelines/rosters/index.ts";
import { visits } from "../pipelines/visits/index.ts";
import type { Order } from "../src/node/ingest.ts";
import { keepRun, lastRun } from "../src/node/last_run.ts";
import { openWarehouse, type Warehouse } from "../src/node/warehouse.ts";
import { warehouseFile } from "../src/node/warehouse_file.ts";
import { cadres, csv, enterprises, visited } from "./sent_visits.ts";
import { Workbench, withRooms } from "./workbench.ts";

const organisation = { ...withRooms(), rooms: [rosters, visits] };
const visitsOf = (...ids: number[]): string =>
  csv(visited(ids.map((id) => ({ id, day: 3, firm: 1, way: 1 }))));

describe("a warehouse whose bytes rot, its size and times as before", () => {
  let bench: Workbench;
  const run = (more: Partial<Order> = {}) =>
    bench.ingest(organisation, { code: { whole: "one", engine: "one" }, ...more });
  const accepted = async (): Promise<string> => {
    const [row] = await bench.rows("SELECT count(*) AS n FROM visits.visits");
    return row?.n ?? "";
  };
  /** Flips bytes, and has the last run's note name the file as it is now: the disk would not have told it. */
  const rot = (where: (bytes: Buffer) => readonly number[]): void => {
    bench.close();
    const last = lastRun(bench.out);
    if (last === undefined) throw new Error("the last run left nothing");
    const file = warehouseFile(bench.out);
    const bytes = readFileSync(file);
    for (const at of where(bytes)) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    writeFileSync(file, bytes);
    const contents = Object.entries(last.handedIn).map(([at, one]) => ({
      file: { path: at, absolute: at, bytes: 0 },
      ...one,
    }));
    keepRun(bench.out, last, contents, last.ingested);
  };
  const names = "SELECT cadre_name FROM rosters.cadres";
  const asking = async (ask: (warehouse: Warehouse) => Promise<unknown>): Promise<void> => {
    const warehouse = await openWarehouse(bench.out);
    try {
      await ask(warehouse);
    } finally {
      warehouse.close();
    }
  };
  const asked = () => asking((warehouse) => warehouse.rows(names));
  const streamed = () => asking((warehouse) => warehouse.chunks(names).next());

  const each =
    (from: number, step: number) =>
    ({ length }: Buffer): number[] =>
      Array.from({ length: Math.ceil((length - from) / step) }, (_, i) => from + i * step);

  beforeEach(async () => {
    bench = Workbench.modelless(organisation);
    bench.put("干部.csv", csv(cadres));
    bench.put("企业.csv", csv(enterprises([1, 2], 10)));
    bench.put("m.csv", visitsOf(1, 2, 3));
    await run();
  });
  afterEach(() => bench.clear());

  it.each([
    ["at its head", each(0, 97)],
    ["further in", each(20_000, 997)],
    ["in one row", (bytes: Buffer) => [bytes.indexOf("沈二鸣")]],
  ])("%s is told when it is read, and made anew by the next run", async (_, where) => {
    rot(where);
    expect((await run()).unchanged).toBe(true);
    for (const ask of [asked, streamed])
      await expect(ask()).rejects.toThrow(/已损坏，请运行 npm run ingest 从 data\/ 重建$/);
    expect((await run()).unchanged).toBeUndefined();
    expect(await accepted()).toBe("3");
  });

  it("is made anew where a file came and it cannot be grown", async () => {
    rot(each(20_000, 997));
    bench.put("n.csv", visitsOf(4));
    expect((await run({ grows: 0 })).files).toHaveLength(4);
    expect(await accepted()).toBe("4");
  });

  it("is not what a full disk is taken for: growing it is not tried a second time in another way", async () => {
    bench.put("n.csv", visitsOf(4));
    const seen: string[] = [];
    const progress = (words: string): void => {
      seen.push(words);
      if (words.startsWith("models")) throw Object.assign(new Error("full"), { code: "ENOSPC" });
    };
    await expect(run({ grows: 0, progress })).rejects.toThrow("full");
    expect(seen.filter((words) => words.startsWith("models"))).toHaveLength(1);
  });
});
