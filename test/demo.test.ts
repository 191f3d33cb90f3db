import { cpSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demo } from "../pipelines/demo/index.ts";
import type { Figure } from "../src/figure.ts";
import type { Ingested } from "../src/node/ingest.ts";
import { filesBelow, home, Workbench } from "./workbench.ts";

const committed = path.join(home, "data", "demo");
const bench = new Workbench();
let ingested: Ingested;
let figures: Figure[];

const bytesOf = (bytes: Uint8Array | Iterable<string>): Buffer =>
  bytes instanceof Uint8Array ? Buffer.from(bytes) : Buffer.from([...bytes].join(""));

const total = (
  indicator: string,
  quarter: string,
  span: Figure["span"] = "quarter",
): string | null | undefined =>
  figures.find(
    (f) =>
      f.indicator === indicator && f.quarter === quarter && f.span === span && Object.keys(f.by).length === 0,
  )?.value;

const count = async (sql: string): Promise<number> =>
  Number((await bench.rows(`SELECT (${sql}) AS n`))[0]?.n);

beforeAll(async () => {
  cpSync(committed, path.join(bench.data, "demo"), { recursive: true });
  ingested = await bench.ingest();
  figures = await bench.figures();
}, 60_000);
afterAll(() => bench.clear());

describe("the demonstration federation", () => {
  it("is what is committed, byte for byte, and the same at every run", () => {
    const written = new Map([...demo({ scale: 1, seed: 2018 })].map((f) => [f.path, bytesOf(f.bytes)]));
    expect([...written.keys()].sort()).toEqual(filesBelow(committed));
    for (const [name, bytes] of written)
      expect(bytes.equals(readFileSync(path.join(committed, name))), name).toBe(true);
  });

  it("tells the newspaper's totals", async () => {
    expect(total("legal_aid.city_batches", "2018Q4", "year")).toBe("615");
    const recovered = Number(total("legal_aid.city_recovered", "2018Q4", "year"));
    expect(recovered).toBeGreaterThanOrEqual(21_000_000);
    expect(recovered).toBeLessThan(22_000_000);
    expect(total("legal_aid.city_consultations", "2018Q4", "year")).toMatch(/^25\d\d$/);
    expect(total("legal_aid.service_units", "2018Q4")).toBe("314");
    expect(
      await count("SELECT count(DISTINCT licence) FROM legal_aid.lawyers WHERE year(term_from) = 2018"),
    ).toBe(202);
    expect(total("rosters.key_enterprises", "2018Q4")).toBe("1000");
    expect(total("rosters.cadres", "2018Q4")).toBe("100");
    expect(total("visits.proposals", "2018Q4")).toBe("48");
    expect(total("visits.proposals_chosen", "2018Q4")).toBe("20");
    expect(total("training.villages", "2018Q4")).toMatch(/^4\d$/);
  });

  it("has two hundred women of these villages in the week of training", async () => {
    expect(
      await count(
        "SELECT count(DISTINCT learner_id) FROM training.enrolments JOIN training.learners USING (learner_id) WHERE village IS NOT NULL AND sex = '女' AND status = '录取'",
      ),
    ).toBe(200);
  });

  it("has real gaps", () => {
    for (const indicator of [
      "visits.above_scale_coverage",
      "legal_aid.lawyer_coverage",
      "training.sheets_complete_rate",
    ]) {
      const rate = Number(total(indicator, "2018Q4"));
      expect(rate, indicator).toBeGreaterThan(0.8);
      expect(rate, indicator).toBeLessThan(1);
    }
  });

  it("has some refused rows, a repeat, a correction that supersedes and a file in GB18030", () => {
    const sum = (key: "refused" | "repeated" | "superseded"): number =>
      ingested.files.reduce((n, f) => n + f[key], 0);
    expect(sum("refused")).toBeGreaterThanOrEqual(10);
    expect(sum("refused")).toBeLessThanOrEqual(25);
    expect(sum("repeated")).toBeGreaterThan(0);
    expect(sum("superseded")).toBeGreaterThan(0);
    expect(ingested.files.map((f) => f.encoding)).toContain("GB18030");
    expect(ingested.checks.filter((c) => c.severity === "error" && c.count > 0)).toEqual([]);
  });

  it("keeps a renamed township together and names it as it was called in each quarter", () => {
    const by = (quarter: string): string[] =>
      figures
        .filter(
          (f) =>
            f.indicator === "visits.visits" &&
            f.span === "quarter" &&
            f.quarter === quarter &&
            "area" in f.by,
        )
        .map((f) => f.label?.zh ?? "");
    expect(by("2018Q1")).toHaveLength(16);
    expect(by("2019Q1")).toHaveLength(16);
    expect(by("2018Q1").filter((name) => !by("2019Q1").includes(name))).toHaveLength(1);
  });
});
