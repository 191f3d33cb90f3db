import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { atOnce } from "../src/node/at_once.ts";
import { Lanes } from "../src/node/lanes.ts";
import { Workbench, withRooms } from "./workbench.ts";

const later = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

describe("work that is done some at a time", () => {
  it("gives what each gave in order, however long each takes, and never more at a time than is allowed", async () => {
    let running = 0;
    let most = 0;
    const given = await atOnce([30, 1, 20, 1, 10], 2, async (ms) => {
      most = Math.max(most, ++running);
      await later(ms);
      running -= 1;
      return `${ms}`;
    });
    expect(given).toEqual(["30", "1", "20", "1", "10"]);
    expect(most).toBe(2);
  });

  it("throws what the first one threw, begins nothing more, and leaves nothing under way", async () => {
    const begun: number[] = [];
    const ended: number[] = [];
    const work = atOnce([0, 1, 2, 3], 2, async (at) => {
      begun.push(at);
      await later(at === 1 ? 1 : 20);
      ended.push(at);
      if (at === 1) throw new Error("the second");
      return at;
    });
    await expect(work).rejects.toThrow("the second");
    expect(begun).toEqual([0, 1]);
    expect(ended).toEqual([1, 0]);
  });
});

describe("questions to one warehouse at the same time", () => {
  const bench = new Workbench(withRooms("visits"));
  beforeAll(async () => {
    bench.putExamples("rosters");
    await bench.ingest();
  });
  afterAll(() => bench.clear());

  it("are put to as many connections as are needed and allowed", async () => {
    await bench.ask(async ({ connection }) => {
      let opened = 0;
      const lanes = new Lanes(connection, 2, () => {
        opened += 1;
        return Promise.resolve(connection);
      });
      await lanes.ask(() => later(1));
      await lanes.ask(() => later(1));
      expect(opened).toBe(0);
      await Promise.all([1, 2, 3, 4].map(() => lanes.ask(() => later(5))));
      expect(opened).toBe(1);
    });
  });

  it("are each answered, those beside one that fails too", async () => {
    const numbers = Array.from({ length: 12 }, (_, n) => n);
    const asked = await bench.ask(({ rows }) =>
      Promise.allSettled(numbers.map((n) => rows(n % 3 === 0 ? "SELECT nothing" : `SELECT ${n} AS n`))),
    );
    expect(asked.map((one) => (one.status === "fulfilled" ? one.value[0]?.n : "failed"))).toEqual(
      numbers.map((n) => (n % 3 === 0 ? "failed" : `${n}`)),
    );
  });

  it("can none of them read a file", async () => {
    const asked = await bench.ask(({ rows }) =>
      Promise.allSettled([1, 2, 3, 4, 5].map(() => rows("SELECT content FROM read_text('/etc/hostname')"))),
    );
    for (const one of asked)
      expect(String((one as PromiseRejectedResult).reason)).toMatch(/Permission Error/);
  });
});
