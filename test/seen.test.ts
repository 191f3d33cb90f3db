import {
  copyFileSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { rosters } from "../pipelines/rosters/index.ts";
import { visits } from "../pipelines/visits/index.ts";
import { contentOf, type Handed, sha256 } from "../src/node/inbox.ts";
import { lastRun } from "../src/node/last_run.ts";
import { isAsSeen, seenOf, worthKnowing } from "../src/node/seen.ts";
import { cadres, csv, enterprises, visited } from "./sent_visits.ts";
import { Workbench, withRooms } from "./workbench.ts";

const minutes = 60_000;
/** Long enough to be worth knowing again. */
const text = (word: string): string => word.repeat(worthKnowing);
const sameAge = (file: string, change: () => void): void => {
  const { atime, mtime } = statSync(file);
  change();
  utimesSync(file, atime, mtime);
};

describe("a file that was read before", () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "taizhang-"));
    file = path.join(folder, "a.csv");
    writeFileSync(file, text("a"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const seenAt = (at: number) => seenOf(lstatSync(file, { bigint: true }), at);
  const now = Date.now();
  const seen = () => seenAt(now + 2 * minutes);
  const later = now + 3 * minutes;

  it("is known again while nothing was done to it", () => {
    const before = seen();
    expect(isAsSeen(file, before, later)).toBe(true);
    readFileSync(file);
    expect(isAsSeen(file, before, later)).toBe(true);
  });

  it("is not where other bytes of the same length and age stand there", () => {
    const before = seen();
    sameAge(file, () => writeFileSync(file, text("b")));
    expect(isAsSeen(file, before, later)).toBe(false);
  });

  it("is not where another was moved into its place", () => {
    const before = seen();
    const other = path.join(folder, "b.csv");
    copyFileSync(file, other);
    const { atime, mtime } = statSync(file);
    utimesSync(other, atime, mtime);
    renameSync(other, file);
    expect(isAsSeen(file, before, later)).toBe(false);
    rmSync(file);
    expect(isAsSeen(file, before, later)).toBe(false);
  });

  it("is not where it had just been changed, or the clock went back since", () => {
    expect(isAsSeen(file, seenAt(now + minutes / 2), later)).toBe(false);
    expect(isAsSeen(file, seen(), now + minutes)).toBe(false);
  });

  it("is not read for its hash where it is known, and is where it is not or is small", () => {
    const handed: Handed = { path: "a.csv", absolute: file, bytes: statSync(file).size };
    const before = { sha256: "as told", seen: seenAt(now - 1) };
    const known = { ...before, seen: { ...before.seen, changed: now - 2 * minutes } };
    expect(contentOf(handed, known).sha256).toBe("as told");
    expect(contentOf(handed, before)).toMatchObject({
      sha256: sha256(text("a")),
      seen: { was: known.seen.was },
    });
    expect(contentOf({ ...handed, bytes: 5 })).not.toHaveProperty("seen");
  });
});

describe("an ingest that knows files again", () => {
  const organisation = { ...withRooms(), rooms: [rosters, visits] };
  const big = csv(
    visited(
      Array.from({ length: 12_000 }, (_, id) => ({ id, day: (id % 9) + 1, firm: (id % 5) + 1, way: 1 })),
    ),
  );
  const file = (): string => path.join(bench.data, "大.csv");
  let bench: Workbench;
  let hours = 0;
  /** Every run is an hour after the last one. @returns what it found in the big file, and when that was read */
  const run = async () => {
    const now = Date.now() + ++hours * 60 * minutes;
    vi.spyOn(Date, "now").mockReturnValue(now);
    try {
      const { unchanged } = await bench.ingest(organisation, {
        code: { whole: "one", engine: "one" },
        grows: 0,
      });
      return { unchanged, now, told: lastRun(bench.out)?.handedIn["大.csv"] };
    } finally {
      vi.restoreAllMocks();
    }
  };
  beforeEach(() => {
    bench = new Workbench(organisation);
    bench.put("干部.csv", csv(cadres));
    bench.put("企业.csv", csv(enterprises([1, 2, 3, 4, 5], 10)));
    bench.put("大.csv", big);
  });
  afterEach(() => bench.clear());

  it("reads a big one once, and again when it is another", async () => {
    expect(Buffer.byteLength(big)).toBeGreaterThan(worthKnowing);
    const first = await run();
    expect(first.told).toMatchObject({ sha256: sha256(big), seen: { at: first.now } });
    expect(await run()).toMatchObject({ unchanged: true, told: first.told });
    bench.put("又.csv", csv(visited([{ id: 20_000, day: 3, firm: 1, way: 1 }])));
    expect(await run()).toMatchObject({ unchanged: undefined, told: first.told });
    const other = big.replaceAll("G2", "G1");
    sameAge(file(), () => writeFileSync(file(), other));
    const second = await run();
    expect(second).toMatchObject({ unchanged: undefined, told: { sha256: sha256(other) } });
    expect(
      await bench.rows("SELECT count(*) AS n FROM visits.visits WHERE cadre_id = 'G2' AND _file = '大.csv'"),
    ).toEqual([{ n: "0" }]);
    // Not by its bytes, but by what the system says of it.
    writeFileSync(file(), other);
    const third = await run();
    expect(third).toMatchObject({ unchanged: true, told: { seen: { at: third.now } } });
    expect(await run()).toMatchObject({ unchanged: true, told: third.told });
  }, 60_000);

  it("reads what had just been written once more", async () => {
    const code = { whole: "one", engine: "one" };
    await bench.ingest(organisation, { code });
    const first = lastRun(bench.out)?.handedIn["大.csv"]?.seen?.at;
    expect((await bench.ingest(organisation, { code })).unchanged).toBe(true);
    expect(lastRun(bench.out)?.handedIn["大.csv"]?.seen?.at).toBeGreaterThan(first ?? Infinity);
  }, 60_000);
});
