import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { wholeProgram } from "../program.ts";
import { filesBelow, home, Workbench } from "../workbench.ts";

/** One core only, where the machine can say so: the database then works with one thread. */
const single = spawnSync("taskset", ["-c", "0", "true"]).status === 0 ? ["taskset", "-c", "0"] : [];

/** Milliseconds that the two builds may take side by side. */
const patience = 290_000;

/** Builds the internal edition, as another person on another machine would. */
const built = async (
  data: string,
  out: string,
  site: string,
  settings: string,
  env: Record<string, string>,
  before: readonly string[] = [],
): Promise<string> => {
  const options = [
    "--data",
    data,
    "--out",
    out,
    "--site",
    site,
    "--settings",
    settings,
    "--audience",
    "internal",
  ];
  const [command = "", ...args] = [
    ...before,
    process.execPath,
    ...[await wholeProgram(), "build", ...options],
  ];
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: home, env: { ...process.env, ...env }, timeout: patience });
    let said = "";
    child.stderr.on("data", (chunk) => {
      said += chunk;
    });
    child.on("close", (code) => done(code === 0 ? "" : `it ended with ${code}: ${said}`));
  });
};

/** Files of two folders that are not there in both, byte for byte. */
const differing = (a: string, b: string): string[] => {
  const [left, right] = [filesBelow(a), filesBelow(b)];
  const same = (file: string): boolean =>
    left.includes(file) &&
    right.includes(file) &&
    readFileSync(path.join(a, file)).equals(readFileSync(path.join(b, file)));
  return [...new Set([...left, ...right])].filter((file) => !same(file));
};

describe("the same registers", () => {
  const bench = new Workbench();
  afterAll(() => bench.clear());

  it(
    "give the same bytes elsewhere, in another time zone, language and order of files, on one core",
    async () => {
      // One quarter: every page is built twice.
      for (const room of ["rosters", "visits", "returns"]) bench.putExamples(room);
      bench.put(
        "visits/退回.csv",
        "走访日期,统一社会信用代码,干部编号,走访方式\n2018-13-01,91990101MA0000001Y,G001,实地\n2018-12-03,无此企业,G001,实地\n",
      );
      const settings = path.join(bench.folder, "settings.yaml");
      writeFileSync(settings, "rooms: [visits]\n");
      const elsewhere = path.join(bench.folder, "另一台机器", "台账");
      for (const file of filesBelow(bench.data).reverse()) {
        const copy = path.join(elsewhere, file);
        mkdirSync(path.dirname(copy), { recursive: true });
        writeFileSync(copy, readFileSync(path.join(bench.data, file)));
        utimesSync(copy, 1e9, 1e9);
      }
      const [here, dist] = [path.join(bench.folder, "build"), path.join(bench.folder, "dist")];
      const [there, site] = [path.join(bench.folder, "那边", "out"), path.join(bench.folder, "那边", "www")];
      expect(
        await Promise.all([
          built(bench.data, here, dist, settings, {
            TZ: "Asia/Shanghai",
            LANG: "zh_CN.UTF-8",
            LC_ALL: "zh_CN.UTF-8",
          }),
          built(
            elsewhere,
            there,
            site,
            settings,
            { TZ: "America/St_Johns", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", LANGUAGE: "tr" },
            single,
          ),
        ]),
      ).toEqual(["", ""]);
      expect(filesBelow(dist).length).toBeGreaterThan(40);
      expect(filesBelow(path.join(here, "receipts")).length).toBeGreaterThan(0);
      expect({
        dist: differing(dist, site),
        published: differing(path.join(here, "site", "published"), path.join(there, "site", "published")),
        receipts: differing(path.join(here, "receipts"), path.join(there, "receipts")),
      }).toEqual({ dist: [], published: [], receipts: [] });
    },
    patience + 10_000,
  );
});
