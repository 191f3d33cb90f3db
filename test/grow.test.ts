import { cpSync, statSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { rosters } from "../pipelines/rosters/index.ts";
import { visits } from "../pipelines/visits/index.ts";
import type { Ingested, Order } from "../src/node/ingest.ts";
import { left } from "./left.ts";
import { cadres, content, csv, enterprises, visited } from "./sent_visits.ts";
import { filesBelow, Workbench, withRooms } from "./workbench.ts";

const code = { whole: "one", engine: "one" };
const organisation = { ...withRooms(), rooms: [rosters, visits] };
const visitsOf = (ids: readonly number[], day = 3) =>
  visited(ids.map((id) => ({ id, day, firm: 1, way: 1 })));

describe("a warehouse is grown by files that came", () => {
  let bench: Workbench;
  let read: string[];
  const run = (more: Partial<Order> = {}): Promise<Ingested> => {
    read = [];
    const progress = (words: string): void => void (/^\d+\/\d+ /.test(words) && read.push(words));
    return bench.ingest(organisation, { code, grows: 0, progress, ...more });
  };
  /** What all files together give, made from nothing. */
  const anew = async (comments = false): Promise<[Ingested, Record<string, unknown>]> => {
    const other = new Workbench(organisation);
    cpSync(bench.data, other.data, { recursive: true });
    const told = await other.ingest(organisation, { big: Infinity, comments });
    const found = await left(other, false);
    other.clear();
    return [told, found];
  };
  const sameAsAnew = async (told: Ingested, comments = false): Promise<void> => {
    const [expected, found] = await anew(comments);
    expect(told).toEqual(expected);
    expect(await left(bench, false)).toEqual(found);
  };
  beforeEach(() => {
    bench = new Workbench(organisation);
    bench.put("干部.csv", csv(cadres));
    bench.put("企业.csv", csv(enterprises([1, 2, 3, 4, 5], 10)));
    bench.put("m.csv", csv(visitsOf([1, 2, 3])));
  });
  afterEach(() => bench.clear());

  it("and is what all files together give, wherever they stand among the others", async () => {
    const said = { comments: true };
    await run(said);
    // No word of SQL or of a pattern is obeyed in a name.
    bench.put("a $& 'b'.csv", csv(visitsOf([4, 5])));
    const first = await run(said);
    expect(read).toEqual(["1/1 a $& 'b'.csv"]);
    await sameAsAnew(first, true);
    bench.put("z/两份.csv", `填报日期：2018-05-01\n${csv(visited([{ id: 6, day: 0, firm: 1, way: 1 }]))}`);
    bench.put("b.csv", csv(visitsOf([7], 4)));
    const second = await run(said);
    expect(read).toEqual(["1/2 b.csv", "2/2 z/两份.csv"]);
    expect(second.files.find(({ path: file }) => file === "z/两份.csv")?.refused).toBe(1);
    await sameAsAnew(second, true);
    expect((await run(said)).unchanged).toBe(true);
  });

  it("with quarters that were not there before, and read in bulk or not", async () => {
    await run({ big: 0 });
    bench.put("n.csv", csv(visitsOf([8, 9], 9)));
    const told = await run({ big: 0 });
    expect(read).toEqual(["1/1 n.csv"]);
    expect(told.quarters.map(({ id }) => id)).toEqual(["2018Q1", "2018Q2", "2018Q3"]);
    await sameAsAnew(told);
  });

  it("keeps what checks of other registers found, and asks those of what came again", async () => {
    await run();
    bench.put("t.csv", csv(visited([30, 31].map((id) => ({ id, day: 5, firm: 2, way: 1 })))));
    const { checks } = await run();
    expect(checks.find(({ id }) => id === "visits.visit_twice")?.count).toBeGreaterThanOrEqual(2);
    expect(checks.map(({ id }) => id)).toEqual((await anew())[0].checks.map(({ id }) => id));
  });

  const problem = (id: string, of: string): string =>
    csv([
      "问题编号,走访编号,提出日期,诉求主体,问题类别,问题描述,承办单位,办理时限,办结日期,办理状态,满意度".split(
        ",",
      ),
      [
        id,
        of,
        "2018-03-10",
        "职工",
        "劳动报酬",
        "加班费",
        "区总工会",
        "2018-04-10",
        "2018-04-01",
        "办结",
        "满意",
      ],
    ]);

  it("where what referred to the register found it before, and what comes with it does now", async () => {
    bench.put("诉求.csv", problem("W1", "V1"));
    await run();
    bench.put("n.csv", csv(visitsOf([9])));
    bench.put("诉求2.csv", problem("W2", "V9"));
    const told = await run();
    expect(read.length).toBe(2);
    expect(
      told.files.filter(({ register }) => register === "problems").map(({ accepted }) => accepted),
    ).toEqual([1, 1]);
    await sameAsAnew(told);
  });

  const otherwise: [string, () => void, (() => void)?][] = [
    ["a row has the key of one that stands", () => bench.put("n.csv", csv(visitsOf([3], 4)))],
    ["others refer to what came by name", () => bench.put("n.csv", csv(enterprises([6], 10)))],
    ["it is a copy", () => cpSync(path.join(bench.data, "m.csv"), path.join(bench.data, "n.csv"))],
    [
      "a file changed as well",
      () => {
        bench.put("n.csv", csv(visitsOf([9])));
        bench.put("m.csv", csv(visitsOf([1, 2])));
      },
    ],
    [
      "what pointed to nothing may point to it",
      () => bench.put("n.csv", csv(visitsOf([9]))),
      () => bench.put("诉求.csv", problem("W1", "V9")),
    ],
  ];
  for (const [why, change, before] of otherwise)
    it(`but made from nothing where ${why}`, async () => {
      before?.();
      await run();
      change();
      await run();
      expect(read.length).toBeGreaterThan(3);
    });

  it("stays as it was where growing it fails, and the next run grows it", async () => {
    bench.put("坏.csv", csv(visited([{ id: 20, day: 0, firm: 1, way: 1 }])));
    await run();
    const before = await left(bench);
    bench.put("坏2.csv", csv(visited([{ id: 21, day: 0, firm: 1, way: 1 }])));
    const broken = bench.ingest(organisation, {
      code,
      grows: 0,
      rooms: `${bench.folder}/none`,
      progress: (words) => {
        if (words.startsWith("models")) throw new Error("ended here");
      },
    });
    await expect(broken).rejects.toThrow("ended here");
    expect(await left(bench)).toEqual(before);
    expect(
      filesBelow(bench.out).filter((file) => !/^(warehouse\.duckdb|last_run|receipts\/.+)$/.test(file)),
    ).toEqual([]);
    const told = await run();
    expect([read, told.receipts]).toEqual([["1/1 坏2.csv"], 2]);
    await sameAsAnew(told);
  });

  it("and does not swell: eight times over it is not twice the size of one made anew", async () => {
    await run();
    for (let n = 0; n < 8; n++) {
      bench.put(`n${n}.csv`, csv(visitsOf([100 + n], 1 + (n % 9))));
      await run();
      expect(read.length).toBe(1);
    }
    const size = (): number => statSync(`${bench.out}/warehouse.duckdb`).size;
    const swollen = size();
    await run({ fresh: true });
    expect(swollen).toBeLessThan(2 * size());
  }, 120_000);

  it("whatever comes", async () => {
    let grown = 0;
    const name = fc.constantFrom("0.csv", "k.csv", "n2.csv", "n10.csv", "x.xlsx", "甲/1.csv", "~z.csv");
    const came = fc.uniqueArray(fc.tuple(name, content, fc.constantFrom(0, Infinity)), {
      minLength: 2,
      maxLength: 3,
      selector: ([file]) => file,
    });
    await fc.assert(
      fc.asyncProperty(came, async (files) => {
        bench.clear();
        bench = new Workbench(organisation);
        bench.put("干部.csv", csv(cadres));
        bench.put("企业.csv", csv(enterprises([1, 2, 3, 4, 5], 10)));
        bench.put("m.csv", csv(visitsOf([40])));
        await run();
        for (const [file, text, big] of files) {
          bench.put(file, text);
          const { unchanged: _, ...told } = await run({ big });
          if (read.length === 1) grown++;
          await sameAsAnew(told);
        }
      }),
      { numRuns: Number(process.env.GROW_RUNS ?? 1), endOnFailure: true },
    );
    expect(grown).toBeGreaterThan(0);
  }, 600_000);
});
