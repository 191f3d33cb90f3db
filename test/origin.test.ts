import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { organisation as whole } from "../pipelines/index.ts";
import { rosters } from "../pipelines/rosters/index.ts";
import { visits } from "../pipelines/visits/index.ts";
import { codeInUse } from "../src/node/code.ts";
import { keepForgotten, withPerson } from "../src/node/forgotten.ts";
import type { Order } from "../src/node/ingest.ts";
import { originIn } from "../src/node/origin.ts";
import { Workbench } from "./workbench.ts";

/** Two rooms: an ingest takes a fifth of the time. */
const organisation = { ...whole, rooms: [rosters, visits] };
const header = "统一社会信用代码,企业名称,所属镇街,企业类型,是否规上,是否重点服务企业,职工人数";
const roster = `${header}\n91990101MA0000001Y,甲有限公司,990103001,民营,是,是,100\n`;

describe("a warehouse is kept while nothing that it was made from changes", () => {
  const bench = Workbench.modelless();
  const rosterFile = path.join(bench.data, "企业.csv");
  const usual = { code: { whole: "one", engine: "one" } };
  const run = async (more: Partial<Order> = {}, of = organisation): Promise<boolean> =>
    (await bench.ingest(of, { ...usual, ...more })).unchanged === true;
  /** Nothing is spared after the change, and all is after that. */
  const made = async (more: Partial<Order> = {}, of = organisation): Promise<void> => {
    expect(await run(more, of)).toBe(false);
    expect(await run(more, of)).toBe(true);
  };
  beforeAll(async () => {
    bench.put("企业.csv", roster);
    bench.put("坏.csv", `${header}\n91990101MA0000001X,乙,990103001,民营,也许,是,100\n`);
    await made();
  }, 60_000);
  afterAll(() => bench.clear());

  it("tells what the run that made it told", async () => {
    const { unchanged, ...again } = await bench.ingest(organisation, usual);
    expect(unchanged).toBe(true);
    const { unchanged: _, ...anew } = await bench.ingest(organisation, { ...usual, fresh: true });
    expect(again).toEqual(anew);
  });

  it("is made anew when a file comes, goes, is renamed, or says something else", async () => {
    bench.put("走访/又.csv", `${header}\n91990101MA00000155,丙,990103001,民营,是,是,100\n`);
    await made();
    renameSync(path.join(bench.data, "走访/又.csv"), path.join(bench.data, "又.csv"));
    await made();
    rmSync(path.join(bench.data, "又.csv"));
    await made();
    // As long as before, and as old: it is told by its bytes.
    const { atime, mtime } = statSync(rosterFile);
    writeFileSync(rosterFile, roster.replace("甲", "丁"));
    utimesSync(rosterFile, atime, mtime);
    await made();
    // What cannot be read is told too.
    symlinkSync(rosterFile, path.join(bench.data, "链接.csv"));
    await made();
    rmSync(path.join(bench.data, "链接.csv"));
    await made();
    expect(await run()).toBe(true);
    // The same bytes written again are the same file.
    writeFileSync(rosterFile, readFileSync(rosterFile));
    expect(await run()).toBe(true);
  }, 60_000);

  it("is made anew under another program, day, setting, reading of a rule, or list of the forgotten", async () => {
    await made({ code: { whole: "two", engine: "one" } });
    await made({ asOf: "2019-03-31" });
    await made({}, { ...organisation, settings: { ...organisation.settings, visit_logging_days: "4" } });
    await made({}, { ...organisation, firstMonth: 4 });
    await made({}, { ...organisation, rooms: [{ ...rosters, since: "2018-01-01" }, visits] });
    const lawless = rosters.registers.map((register) => ({ ...register, rules: [] }));
    await made({}, { ...organisation, rooms: [{ ...rosters, registers: lawless }, visits] });
    keepForgotten(
      bench.data,
      withPerson({ salt: "0".repeat(64), persons: [] }, "cadres.cadre_id", "G1", "2019-01-01"),
    );
    await made();
    rmSync(path.join(bench.data, ".forgotten.json"));
    await made();
  }, 60_000);

  it("is made anew where it, its receipts or what was written down of the run are not as they were left", async () => {
    await run();
    const receipt = path.join(bench.out, "receipts", "坏.csv");
    const sent = readFileSync(receipt);
    appendFileSync(receipt, "又一行\n");
    await made();
    expect(readFileSync(receipt)).toEqual(sent);
    rmSync(path.join(bench.out, "receipts"), { recursive: true });
    await made();
    expect(readFileSync(receipt)).toEqual(sent);
    const warehouse = path.join(bench.out, "warehouse.duckdb");
    const bytes = readFileSync(warehouse);
    writeFileSync(warehouse, bytes.fill(0, bytes.length >> 1));
    await made();
    for (const damage of ["", "{}", readFileSync(path.join(bench.out, "last_run"), "utf8").slice(0, -9)]) {
      writeFileSync(path.join(bench.out, "last_run"), damage);
      await made();
    }
    expect(await run({ fresh: true })).toBe(false);
  }, 60_000);

  it("says where it comes from, the same wherever it is made, and not where nobody knows the code", async () => {
    await run();
    const origin = await bench.ask(originIn);
    expect(origin).toMatch(/^[0-9a-f]{64}$/);
    const other = Workbench.modelless();
    cpSync(bench.data, other.data, { recursive: true });
    await other.ingest(organisation, usual);
    expect(await other.ask(originIn)).toBe(origin);
    await other.ingest();
    expect(await other.ask(originIn)).toBeUndefined();
    expect((await other.ingest()).unchanged).toBeUndefined();
    other.clear();
  }, 60_000);
});

describe("the code in use", () => {
  const home = mkdtempSync(path.join(os.tmpdir(), "taizhang-"));
  const put = (name: string, text: string): void => {
    mkdirSync(path.dirname(path.join(home, name)), { recursive: true });
    writeFileSync(path.join(home, name), text);
  };
  const later = Date.now() + 60_000;
  afterAll(() => rmSync(home, { recursive: true }));

  it("is told by its sources, queries and packages; none is known of what changed since it was loaded", () => {
    put("package.json", '{"version": "1"}');
    put("pipelines/visits/model.sql", "SELECT 1");
    put("src/read.ts", "1");
    expect(codeInUse(home, later)).toBeUndefined();
    rmSync(path.join(home, "src/read.ts"));
    const before = codeInUse(home, later);
    expect(before?.whole).toMatch(/^1 /);
    expect(codeInUse(home, later)).toEqual(before);
    put("pipelines/visits/model.sql", "SELECT 2");
    const after = codeInUse(home, later);
    expect(after?.whole).not.toBe(before?.whole);
    expect(after?.engine).toBe(before?.engine);
    put("package-lock.json", "{}");
    expect(codeInUse(home, later)?.engine).not.toBe(after?.engine);
    expect(codeInUse(home, Date.now() - 60_000)).toBeUndefined();
  });
});
