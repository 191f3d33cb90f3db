import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demo } from "../pipelines/demo/index.ts";
import { organisation } from "../pipelines/index.ts";
import type { Figure } from "../src/figure.ts";
import type { Ingested } from "../src/node/ingest.ts";
import { demonstration } from "./demonstration.ts";
import { filesBelow, home, rooms, type Workbench } from "./workbench.ts";

const committed = path.join(home, "data", "demo");
let bench: Workbench;
let ingested: Ingested;
let figures: readonly Figure[];

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
  ({ bench, ingested, figures } = await demonstration());
}, 60_000);
afterAll(() => bench?.close());

/** What a room's newspaper.json holds: the totals that were printed, which the demonstration must give. */
interface Printed {
  readonly indicator: string;
  readonly quarter: string;
  readonly span?: Figure["span"];
  readonly by?: Figure["by"];
  readonly value?: string;
  readonly numerator?: string;
  readonly denominator?: string;
}

const printed: Printed[] = organisation.rooms
  .map((room) => path.join(rooms, room.id, "newspaper.json"))
  .filter((file) => existsSync(file))
  .flatMap((file) => JSON.parse(readFileSync(file, "utf8")));

describe("the demonstration federation", () => {
  it.each(printed.map((p) => [`${p.indicator} ${p.quarter} ${JSON.stringify(p.by ?? {})}`, p] as const))(
    "gives what the newspaper printed: %s",
    (_, { span = "quarter", by = {}, ...said }) => {
      const figure = figures.find(
        (f) =>
          f.indicator === said.indicator &&
          f.quarter === said.quarter &&
          f.span === span &&
          JSON.stringify(f.by) === JSON.stringify(by),
      );
      expect(figure).toMatchObject(said);
    },
  );

  it("is what is committed, byte for byte, and the same at every run", () => {
    const written = new Map([...demo({ scale: 1, seed: 2018 })].map((f) => [f.path, bytesOf(f.bytes)]));
    expect([...written.keys()].sort()).toEqual(filesBelow(committed));
    for (const [name, bytes] of written)
      expect(bytes.equals(readFileSync(path.join(committed, name))), name).toBe(true);
  });

  it("is another federation for another seed, in the same files", () => {
    const written = [...demo({ scale: 1, seed: 2019 })];
    expect(written.map((f) => f.path).sort()).toEqual(filesBelow(committed));
    const visits = written.find((f) => f.path.endsWith("走访台账-2018Q1.csv"));
    expect(bytesOf(visits?.bytes ?? []).equals(readFileSync(path.join(committed, visits?.path ?? "")))).toBe(
      false,
    );
  });

  it("stays small enough to be handed round, with invented codes only", () => {
    const files = filesBelow(committed).map((name) => readFileSync(path.join(committed, name)));
    expect(files.reduce((size, bytes) => size + bytes.length, 0)).toBeLessThan(3_500_000);
    const text = files.map((bytes) => bytes.toString("latin1")).join("\n");
    const codes = text.match(/(?<![0-9A-Z])[0-9A-Z]{17}[0-9X](?![0-9A-Z])|91\d{6}[0-9A-Z]{10}/g) ?? [];
    expect(codes.length).toBeGreaterThan(10_000);
    expect(codes.filter((code) => !/^(919901|990101)/.test(code))).toEqual([]);
    expect(text.match(/(?<![\dA-Z])1[3-9]\d{9}(?!\d)/g)).toBeNull();
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

  it("has ten classes of 2018, a thousand and some sign-ups, and twenty kinds to ask for", async () => {
    const of2018 = "FROM training.classes WHERE programme = '公益课' AND year(first_day) = 2018";
    expect(await count(`SELECT count(*) ${of2018}`)).toBe(10);
    const signUps = await count(
      `SELECT count(*) FROM training.enrolments WHERE class_id IN (SELECT class_id ${of2018})`,
    );
    expect(signUps).toBeGreaterThan(1000);
    expect(signUps).toBeLessThan(1100);
    expect(await count("SELECT count(DISTINCT category) FROM training.requests")).toBe(20);
  });

  it("has two hundred women of these villages in the week of training", async () => {
    expect(
      await count(
        "SELECT max(last_day) - min(first_day) + 1 FROM training.classes WHERE programme = '家政培训'",
      ),
    ).toBe(7);
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

  it("has returns that came late, came to nothing, and never came", async () => {
    const returns = (state: string): Promise<number> =>
      count(`SELECT count(*) FROM returns.returns WHERE ${state}`);
    expect(await returns("late")).toBeGreaterThan(0);
    expect(await returns("zero")).toBeGreaterThan(0);
    expect(await returns("NOT received")).toBeGreaterThan(0);
  });

  it("loses no row: read is accepted, refused, repeated or superseded, and the tables hold what is accepted", async () => {
    expect(ingested.demo).toBe(true);
    for (const f of ingested.files)
      expect(f.accepted + f.refused + f.repeated + f.superseded, f.path).toBe(f.read);
    expect(ingested.files.filter((f) => f.register === null)).toEqual([]);
    const accepted = ingested.files
      .filter((f) => f.register === "visits")
      .reduce((n, f) => n + f.accepted, 0);
    expect(await count("SELECT count(*) FROM visits.visits")).toBe(accepted);
  });

  it("has a file in 万元 between title, total and note, and one under other header names", async () => {
    const sheet = readFileSync(path.join(committed, "legal_aid", "到账明细-2019Q1.csv"), "utf8");
    const atFoot = /^合计,,,(\d+)\.(\d{4})(\d{2})$/m.exec(sheet);
    expect(sheet).toMatch(/^法律援助案件到账明细,[\s\S]*单位：万元[\s\S]*\n注：/);
    expect(total("legal_aid.received", "2019Q1")).toBe(`${atFoot?.[1]}${atFoot?.[2]}.${atFoot?.[3]}`);
    const headers = await bench.rows(
      "SELECT header FROM intake.columns JOIN intake.files USING (file_id) WHERE path LIKE '%走访台账-2018Q2.csv'",
    );
    expect(headers.map((row) => row.header)).toContain("走访时间");
  });

  it("lets the correction filed later speak", async () => {
    const corrected = await bench.rows(
      "SELECT _file FROM legal_aid.cases WHERE case_id IN ('FY2018-0539', 'FY2018-0569')",
    );
    expect(corrected.map((row) => path.basename(row._file ?? ""))).toEqual(
      Array(2).fill("案件台账-市本级-2018Q4更正.csv"),
    );
  });

  it("has some refused rows, a repeat, a correction that supersedes and a file in GB18030", () => {
    const sum = (key: "refused" | "repeated" | "superseded"): number =>
      ingested.files.reduce((n, f) => n + f[key], 0);
    expect(sum("refused")).toBeGreaterThanOrEqual(10);
    expect(sum("refused")).toBeLessThanOrEqual(40);
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
