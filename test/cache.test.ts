import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { organisation as whole } from "../pipelines/index.ts";
import { rosters } from "../pipelines/rosters/index.ts";
import { visits } from "../pipelines/visits/index.ts";
import type { Field } from "../src/field.ts";
import { contractOf } from "../src/node/contract.ts";
import { keepForgotten, withPerson } from "../src/node/forgotten.ts";
import type { Order } from "../src/node/ingest.ts";
import type { Organisation } from "../src/organisation.ts";
import type { Register } from "../src/register.ts";
import { left } from "./left.ts";
import { cadres, content, csv, enterprises, firm, visited } from "./sent_visits.ts";
import { filesBelow, Workbench } from "./workbench.ts";

/** Two rooms: an ingest takes a fifth of the time. */
const organisation: Organisation = { ...whole, rooms: [rosters, visits] };
const code = { whole: "one", engine: "one" };
const everything = { text: 0, workbook: 0 };

const slot = fc.integer({ min: 1, max: 4 });
/** A file comes or is changed, goes, or is copied. */
const change = fc.oneof(
  { weight: 5, arbitrary: fc.record({ put: slot, content, big: fc.constantFrom(0, Infinity) }) },
  { weight: 1, arbitrary: fc.record({ drop: slot }) },
  { weight: 1, arbitrary: fc.record({ copy: slot }) },
);

describe("what reading gave is kept by the content of each file", () => {
  let bench: Workbench;
  const run = (more: Partial<Order> = {}, of = organisation) =>
    bench.ingest(of, { code, kept: everything, ...more });
  const cache = (): string => path.join(bench.out, "cache");
  /** When each entry was made: kept entries are not touched. */
  const entries = (): Record<string, number> =>
    Object.fromEntries(
      readdirSync(cache()).map((name) => [name, statSync(path.join(cache(), name, "told")).ctimeMs]),
    );
  beforeEach(() => {
    bench = Workbench.modelless(organisation);
    bench.put("干部.csv", csv(cadres));
  });
  afterEach(() => bench.clear());

  it("gives after any files came, changed or went what a run from nothing gives", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 3, maxLength: 5 }), async (changes) => {
        bench.clear();
        bench = Workbench.modelless(organisation);
        bench.put("干部.csv", csv(cadres));
        bench.put("走访.csv", csv(visited([{ id: 1, day: 3, firm: 1, way: 1 }])));
        for (const one of changes) {
          const file = (n: number): string => path.join(bench.data, `${n}.csv`);
          if ("put" in one) bench.put(`${one.put}.csv`, one.content);
          else if ("drop" in one) rmSync(file(one.drop), { force: true });
          else if (existsSync(file(one.copy))) cpSync(file(one.copy), path.join(bench.data, "0.csv"));
          const big = "big" in one ? one.big : 0;
          const { unchanged: _, ...told } = await run({ big });
          const anew = Workbench.modelless(organisation);
          cpSync(bench.data, anew.data, { recursive: true });
          expect(told).toEqual(await anew.ingest(organisation, { big: Infinity }));
          expect(await left(bench)).toEqual(await left(anew));
          anew.clear();
        }
      }),
      { numRuns: Number(process.env.CACHE_RUNS ?? 1), endOnFailure: true },
    );
  }, 600_000);

  const both = (): void => {
    bench.put("企业.csv", csv(enterprises([1, 2, 3], 10)));
    bench.put("走访.csv", csv(visited([1, 2, 3].map((id) => ({ id, day: id, firm: id + 1, way: 1 })))));
  };
  const entryOf = (file: string): string =>
    createHash("sha256")
      .update(readFileSync(path.join(bench.data, file)))
      .digest("hex");
  /** Runs, and tells the files of data/ that were read again. */
  const readAgain = async (more: Partial<Order> = {}, of = organisation): Promise<string[]> => {
    const before = entries();
    await run(more, of);
    const after = entries();
    return filesBelow(bench.data).filter((file) => after[entryOf(file)] !== before[entryOf(file)]);
  };

  it("is for its owner alone, goes with the file, and may be deleted or damaged at any time", async () => {
    both();
    await run();
    const first = await left(bench);
    const names = ["企业.csv", "干部.csv", "走访.csv"];
    expect(Object.keys(entries()).sort()).toEqual(names.map(entryOf).sort());
    for (const entry of filesBelow(cache()))
      expect(statSync(path.join(cache(), entry)).mode & 0o777, entry).toBe(0o600);
    expect(statSync(cache()).mode & 0o777).toBe(0o700);
    const again = { code: { ...code, whole: "two" } };
    expect(await readAgain(again)).toEqual([]);
    const place = (name: string): string => path.join(cache(), entryOf("走访.csv"), name);
    const rows = readFileSync(place("0.parquet"));
    const spoilt: [string, () => void][] = [
      ["cut", () => writeFileSync(place("0.parquet"), rows.subarray(0, rows.length >> 1))],
      ["flipped", () => writeFileSync(place("0.parquet"), rows.with(40, (rows[40] as number) ^ 1))],
      ["gone", () => rmSync(place("0.parquet"))],
      ["told cut", () => writeFileSync(place("told"), readFileSync(place("told")).subarray(0, -2))],
      ["told by another hand", () => writeFileSync(place("told"), '{"tables":[]}')],
      [
        "another file's",
        () => cpSync(path.join(cache(), entryOf("企业.csv")), place(""), { recursive: true, force: true }),
      ],
    ];
    for (const [what, spoil] of spoilt) {
      spoil();
      expect(await readAgain({ code: { ...code, whole: what } }), what).toEqual(["走访.csv"]);
      expect(await left(bench), what).toEqual(first);
    }
    rmSync(cache(), { recursive: true });
    await run({ code: { ...code, whole: "three" } });
    expect(await left(bench)).toEqual(first);
    expect((await readAgain({ fresh: true })).sort()).toEqual(names);
    rmSync(path.join(bench.data, "企业.csv"));
    writeFileSync(path.join(cache(), "别的"), "");
    await run();
    expect(Object.keys(entries()).sort()).toEqual(["干部.csv", "走访.csv"].map(entryOf).sort());
    await run({ kept: { text: 1_000_000, workbook: 1_000_000 }, fresh: true });
    expect(existsSync(cache())).toBe(false);
  }, 120_000);

  it("may be deleted while a run goes on, or not be to be had: nothing is kept then, and the run is whole", async () => {
    const visitTo = (id: number): string => csv(visited([{ id, day: id, firm: id, way: 1 }]));
    bench.put("企业.csv", csv(enterprises([1, 2, 3], 10)));
    for (const id of [1, 4]) bench.put(`走访${id}.csv`, visitTo(id));
    await run();
    const first = await left(bench);
    // The visit to an enterprise that is not on the roster is refused when others are known: it is kept late.
    expect(filesBelow(cache()).filter((file) => file.endsWith(".sent")).length).toBe(1);
    for (const moment of ["1/", "references", "receipts", "models"]) {
      let deleted = 0;
      await run({
        fresh: true,
        progress: (words) => {
          if (!words.startsWith(moment)) return;
          rmSync(cache(), { recursive: true, force: true });
          deleted += 1;
        },
      });
      expect(deleted, moment).toBe(1);
      expect(await left(bench), moment).toEqual(first);
    }
    rmSync(cache(), { recursive: true, force: true });
    writeFileSync(cache(), "");
    await run({ fresh: true });
    expect(await left(bench)).toEqual(first);
    expect(statSync(cache()).isFile()).toBe(true);
  }, 120_000);

  it("is read again under another contract, and other registers' files are not, unless a header's words changed", async () => {
    both();
    await run();
    const changed = (id: string, change: (register: Register) => Register): Organisation => ({
      ...organisation,
      rooms: organisation.rooms.map((room) => ({
        ...room,
        registers: room.registers.map((register) => (register.id === id ? change(register) : register)),
      })),
    });
    const ruleless = changed("visits", (register) => ({ ...register, rules: [] }));
    expect(await readAgain({}, ruleless)).toEqual(["走访.csv"]);
    expect(await readAgain({}, ruleless)).toEqual([]);
    const alias = changed("visits", (register) => ({
      ...register,
      fields: {
        ...register.fields,
        method: { ...(register.fields.method as Field), aliases: ["怎么去的"] },
      },
    }));
    expect((await readAgain({}, alias)).sort()).toEqual(["企业.csv", "干部.csv", "走访.csv"]);
    expect((await readAgain({ code: { whole: "x", engine: "two" } }, alias)).length).toBe(3);
  }, 120_000);

  it("keeps no file in which somebody forgotten occurs, and what it had kept goes", async () => {
    both();
    bench.put(
      "联系.csv",
      csv([
        ["干部编号", "联系类型", "对象代码", "联系起始"],
        ["G1", "企业", firm(1), "2017-01-01"],
      ]),
    );
    const before = await run();
    const all = (): string[] => Object.keys(entries()).sort();
    expect(all().length).toBe(4);
    const named = (file: string): string => entryOf(file);
    const gone = [named("干部.csv"), named("联系.csv"), named("走访.csv")];
    keepForgotten(
      bench.data,
      withPerson({ salt: "0".repeat(64), persons: [] }, "cadres.cadre_id", "G1", "2019-01-01"),
    );
    const after = await run();
    expect(after.forgotten).toBeGreaterThan(0);
    expect(after.files).toEqual(before.files);
    expect(gone.filter((entry) => existsSync(path.join(cache(), entry)))).toEqual([]);
    expect(all()).toEqual([named("企业.csv")]);
    // Refused rows and what is told of them are looked at too.
    bench.put("干部.csv", csv([...cadres.slice(0, 1), ["G1", "沈一鸣", "虚构总工会", "不知", "2017-01-01"]]));
    await run();
    expect(all()).toEqual([named("企业.csv")]);
    rmSync(path.join(bench.data, ".forgotten.json"));
    await run();
    expect(all().length).toBe(4);
  }, 120_000);
});

describe("a contract", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "taizhang-"));
  const put = (name: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  afterAll(() => rmSync(folder, { recursive: true }));

  it("is told by its own source and what that imports, not by its neighbours", () => {
    const register = visits.registers[0] as Register;
    put(
      "visits/registers/visits.ts",
      `import { a } from "../ways.ts"; export const v = { id: "${register.id}" };`,
    );
    put(
      "visits/registers/problems.ts",
      'import { b } from "../lists.ts"; export const p = { id: "problems" };',
    );
    put("visits/ways.ts", 'import { c } from "../lists.ts"; export const a = 1;');
    put("lists.ts", "export const c = 1;");
    const first = contractOf(register, folder);
    const differs = (name: string, text: string): boolean => {
      const before = contractOf(register, folder);
      put(name, text);
      return contractOf(register, folder) !== before;
    };
    expect(differs("visits/registers/problems.ts", 'export const p = { id: "problems", key: [] };')).toBe(
      false,
    );
    expect(differs("visits/indicators.ts", "export const i = 1;")).toBe(false);
    expect(differs("visits/ways.ts", 'import { c } from "../lists.ts"; export const a = 2;')).toBe(true);
    expect(differs("lists.ts", "export const c = 2;")).toBe(true);
    expect(contractOf({ ...register, key: ["visit_day"] }, folder)).not.toBe(contractOf(register, folder));
    // Another file that could be its source: then all of the room's files speak.
    put("visits/registers/again.ts", `export const w = { id: "${register.id}" };`);
    expect(differs("visits/registers/problems.ts", "export const p = 3;")).toBe(true);
    expect(contractOf(register, folder)).not.toBe(first);
  });
});
