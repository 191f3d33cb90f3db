import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { rosters } from "../pipelines/rosters/index.ts";
import { visits } from "../pipelines/visits/index.ts";
import { figuresOf } from "../src/node/figures.ts";
import type { Keeping } from "../src/node/figures_kept_file.ts";
import type { Organisation } from "../src/organisation.ts";
import { cadres, content, csv, enterprises, visited } from "./sent_visits.ts";
import { Workbench, withRooms } from "./workbench.ts";

/** Few indicators: each of these asks something else of its model, and the tests measure all of them again and again. */
const some = ["visits.visit_log", "visits.visit_tasks", "visits.cadre_links", "visits.above_scale_due"];
const few = { ...visits, indicators: visits.indicators.filter(({ from }) => some.includes(from)) };
const organisation: Organisation = { ...withRooms(), rooms: [{ ...rosters, indicators: [] }, few] };
const code = { whole: "one", engine: "one" };
const grown = { code, grows: 0 };
const visitsOn = (day: number, ids: readonly number[]) =>
  csv(visited(ids.map((id) => ({ id, day, firm: (id % 5) + 1, way: 1 }))));

/** A query that measures: its model, its span and the periods it is restricted to. */
interface Asked {
  readonly model: string;
  readonly span: "quarter" | "year";
  readonly only: readonly string[] | undefined;
  /** The quarters whose rows alone are looked at. */
  readonly of: readonly string[] | undefined;
}

const askedIn = (sql: string): Asked | undefined => {
  if (!sql.startsWith("WITH p AS")) return undefined;
  const list = (found: RegExpExecArray | null) =>
    found?.[1]?.split(", ").map((quarter) => quarter.replaceAll("'", ""));
  return {
    model: /FROM ("\w+"\."\w+") m/.exec(sql)?.[1]?.replaceAll('"', "") ?? "",
    span: sql.includes("q.year = p.year") ? "year" : "quarter",
    only: list(/FROM calendar\.quarters WHERE quarter IN \(([^)]*)\)/.exec(sql)),
    of: list(/\bm\.quarter IN \(([^)]*)\)/.exec(sql)),
  };
};

describe("figures whose rows did not change", () => {
  let bench: Workbench;
  let asked: Asked[];
  /** How many models were looked through to see whether their rows are the same. */
  let looked: number;
  /** Of those, how many at the rows of files that came alone. */
  let lookedAtMore: number;
  const file = (): string => path.join(bench.out, "figures_kept");
  const measured = (of: Organisation, keeping?: Partial<Keeping>, yearly = true) =>
    bench.ask((warehouse) => {
      asked = [];
      looked = lookedAtMore = 0;
      const rows = (sql: string) => {
        asked.push(...[askedIn(sql) ?? []].flat());
        if (sql.includes("hash(")) looked++;
        if (/hash\(.*_file IN/s.test(sql)) lookedAtMore++;
        return warehouse.rows(sql);
      };
      const where = keeping && { out: bench.out, key: "one", ...keeping };
      return figuresOf({ ...warehouse, rows }, of, undefined, yearly, where);
    });
  /** Measures with what was kept, and holds it against what is measured anew. */
  const sameAsAnew = async (of = organisation, keeping: Partial<Keeping> = {}, yearly = true) => {
    const anew = await measured(of, undefined, yearly);
    const all = asked;
    expect(await measured(of, keeping, yearly)).toEqual(anew);
    return all;
  };
  beforeEach(async () => {
    bench = new Workbench(organisation);
    bench.put("干部.csv", csv(cadres));
    bench.put("企业.csv", csv(enterprises([1, 2, 3, 4, 5], 10)));
    for (const [name, day] of [
      ["一", 2],
      ["二", 5],
      ["三", 8],
    ] as const)
      bench.put(`${name}.csv`, visitsOn(day, [10 * day, 10 * day + 1, 10 * day + 2]));
    await bench.ingest();
  });
  afterEach(() => bench.clear());

  it("are not measured again", async () => {
    const all = await sameAsAnew();
    expect(asked).toEqual(all);
    expect(all.length).toBeGreaterThan(10);
    await sameAsAnew();
    expect(asked).toEqual([]);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  it("but those of the quarter that did, and of the year from there on", async () => {
    await sameAsAnew();
    bench.put("又.csv", visitsOn(4, [45]));
    await bench.ingest();
    await sameAsAnew();
    const log = asked.filter(({ model }) => model === "visits.visit_log");
    expect(log.length).toBeGreaterThan(2);
    for (const { span, only, of } of log)
      expect([only, of]).toEqual(
        span === "quarter" ? [["2018Q2"], ["2018Q2"]] : [["2018Q2", "2018Q3"], undefined],
      );
    expect(asked.some(({ model }) => model === "visits.cadre_links")).toBe(false);
  });

  it("are not even looked at where the warehouse is made from the same", async () => {
    await bench.ingest(organisation, { code });
    await sameAsAnew();
    const all = looked;
    expect(all).toBeGreaterThan(3);
    await sameAsAnew();
    expect([looked, asked]).toEqual([0, []]);
    await bench.ingest(organisation, { code: { ...code, whole: "two" } });
    await sameAsAnew();
    expect([looked, asked]).toEqual([all, []]);
    bench.put("又.csv", visitsOn(4, [45]));
    await bench.ingest(organisation, { code: { ...code, whole: "two" } });
    await sameAsAnew();
    expect(looked).toBe(all);
    expect(asked).not.toEqual([]);
  });

  it("are told by the rows that came, where the warehouse grew by them and each row comes from one", async () => {
    await bench.ingest(organisation, grown);
    await sameAsAnew();
    const all = looked;
    bench.put("又 '一'.csv", visitsOn(4, [45, 46]));
    await bench.ingest(organisation, grown);
    await sameAsAnew();
    expect(lookedAtMore).toBe(2);
    expect(looked).toBeLessThan(all);
    const told = readFileSync(file(), "utf8");
    rmSync(file());
    await sameAsAnew();
    expect([looked, lookedAtMore]).toEqual([all, 0]);
    expect(readFileSync(file(), "utf8")).toBe(told);
  });

  it("are looked at anew where figures were not measured of the warehouse that it grew from", async () => {
    await bench.ingest(organisation, grown);
    await sameAsAnew();
    const all = looked;
    for (const id of [45, 46]) {
      bench.put(`${id}.csv`, visitsOn(4, [id]));
      await bench.ingest(organisation, grown);
    }
    await sameAsAnew();
    expect([looked, lookedAtMore]).toEqual([all, 0]);
  });

  it("are told from others by what was read of them alone", async () => {
    await sameAsAnew();
    const text = readFileSync(file(), "utf8");
    bench.put("二.csv", visitsOn(5, [52, 50, 51]));
    await bench.ingest();
    await sameAsAnew();
    expect(asked).toEqual([]);
    expect(readFileSync(file(), "utf8")).toBe(text);
  });

  it("of both editions are kept side by side, and what was said of other rows goes", async () => {
    await sameAsAnew();
    await sameAsAnew(organisation, {}, false);
    await sameAsAnew();
    expect(asked).toEqual([]);
    const size = statSync(file()).size;
    bench.put("又.csv", visitsOn(9, [60]));
    await bench.ingest();
    await sameAsAnew();
    rmSync(path.join(bench.data, "又.csv"));
    await bench.ingest();
    await sameAsAnew();
    expect(statSync(file()).size).toBeLessThan(size);
    expect(asked).not.toEqual([]);
  });

  it("are measured where what was kept is not whole, of another code, gone, or not wanted", async () => {
    const rostersAlone = { ...organisation, rooms: [rosters] };
    const all = await sameAsAnew(rostersAlone);
    const whole = readFileSync(file(), "utf8");
    const another = whole.replace(/"numerator":"[1-8]"/, '"numerator":"9"');
    expect(another).not.toBe(whole);
    for (const text of [whole.slice(0, -9), another, "{}", ""]) {
      writeFileSync(file(), text);
      await sameAsAnew(rostersAlone);
      expect(asked).toEqual(all);
      expect(readFileSync(file(), "utf8")).toBe(whole);
    }
    rmSync(file());
    for (const keeping of [{}, { fresh: true }, { key: "two" }]) {
      await sameAsAnew(rostersAlone, keeping);
      expect(asked).toEqual(all);
    }
    await sameAsAnew(rostersAlone, { key: "two" });
    expect(asked).toEqual([]);
  });

  it("are measured where an indicator reads anything else", async () => {
    const { visits: days } = Object.fromEntries(visits.indicators.map((one) => [one.id, one]));
    const beside = "(SELECT CAST(value AS INTEGER) FROM settings WHERE name = 'visit_logging_days')";
    const reading = (numerator: string): Organisation => {
      const { by: _, ...total } = days as NonNullable<typeof days>;
      const indicators = [{ ...total, id: "beside", numerator }];
      return { ...organisation, rooms: [rosters, { ...visits, indicators }] };
    };
    const set = (days: string) => ({
      ...organisation,
      settings: { ...organisation.settings, visit_logging_days: days },
    });
    const beyond = reading(`count(*) + ${beside}`);
    for (const setting of ["5", "9"]) {
      await bench.ingest(set(setting));
      for (const _again of [1, 2]) {
        await sameAsAnew(beyond);
        expect(asked.filter(({ model }) => model === "visits.visit_log").length).toBe(2);
      }
    }
    const own = reading("count(*)");
    await sameAsAnew(own);
    await sameAsAnew(own);
    expect(asked).toEqual([]);
  });

  it("are what is measured anew, whatever happens", async () => {
    let spared = 0;
    const change = fc.oneof(
      { weight: 3, arbitrary: fc.tuple(fc.constantFrom("一.csv", "n.csv", "m.csv", "企业.csv"), content) },
      { weight: 1, arbitrary: fc.constantFrom("三.csv", "企业.csv").map((name) => [name] as const) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 3 }) },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(change, fc.boolean(), fc.boolean()), { minLength: 2, maxLength: 3 }),
        async (changes) => {
          let of = organisation;
          for (const [what, yearly, grows] of changes) {
            if (typeof what === "number")
              of = { ...of, settings: { ...of.settings, visit_logging_days: String(what) } };
            else if (what[1] === undefined) rmSync(path.join(bench.data, what[0]), { force: true });
            else bench.put(what[0].replace("csv", typeof what[1] === "string" ? "csv" : "xlsx"), what[1]);
            await bench.ingest(of, grows ? grown : {});
            const all = await sameAsAnew(of, {}, yearly);
            if (asked.length < all.length) spared++;
          }
        },
      ),
      { numRuns: Number(process.env.KEPT_RUNS ?? 2), endOnFailure: true },
    );
    expect(spared).toBeGreaterThan(0);
  }, 300_000);
});
