import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demo } from "../pipelines/demo/index.ts";
import { alone } from "../src/node/lock.ts";
import { verbsWith } from "../src/node/verbs/index.ts";
import { callAs } from "./verb.ts";
import { home, Workbench, withRooms } from "./workbench.ts";

const bench = new Workbench();
const verbs = await verbsWith(async () => demo);
beforeAll(() => {
  for (const room of ["rosters", "visits", "legal_aid", "training"]) bench.putExamples(room);
});
afterAll(() => bench.clear());

const run = (...argv: string[]): { status: number | null; out: string; err: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["src/start.mjs", ...argv], {
    cwd: home,
    encoding: "utf8",
  });
  return { status, out: stdout, err: stderr };
};
/** The same in this process, with the programmes that the registers are of. */
const runHere = (...argv: string[]) => callAs(withRooms("visits", "legal_aid", "training"), ...argv);
const where = ["--data", bench.data, "--out", bench.out];

describe("the verbs", () => {
  it.each(verbs.map(({ name }) => name))("%s explains itself", async (verb) => {
    const zh = await runHere(verb, "--help");
    expect(zh).toMatchObject({ status: 0, err: "" });
    expect(zh.out).toContain(`npm run ${verb} --`);
    expect((await runHere(verb, "--help", "--lang", "en")).out).toContain("show this help");
  });

  it("is a program of its own: help on stdout, exit code 0", () => {
    expect(run("inspect", "--help")).toMatchObject({ status: 0, err: "" });
    expect(run("nonsense")).toMatchObject({ status: 2, out: "" });
  });

  it("answers a wrong call with one sentence and exit code 2", async () => {
    for (const argv of [
      ["ingest", "--dta", "x"],
      ["ingest", "--data", path.join(bench.folder, "nowhere"), "--out", bench.out],
      ["figures", "--indicator", "visits.vists", ...where],
      ["figures", "--quarter", "2018-4", ...where],
      ["figures", "--quarter", "2031Q1", ...where],
      ["inspect"],
      ["inspect", "nowhere.csv"],
      ["serve", "--site", path.join(bench.folder, "nowhere")],
      ["demo", "--scale", "0"],
      ["build", "--audience", "everyone"],
      ["explain"],
      ["explain", "visits.vists", "--quarter", "2018Q4"],
      ["explain", "visits.visits"],
      ["build", "--pdf", "--quarter", ""],
    ]) {
      const { status, out, err } = await runHere(...argv);
      expect(status, argv.join(" ")).toBe(2);
      expect(out).toBe("");
      expect(err.trim().split("\n"), argv.join(" ")).toHaveLength(1);
      expect(err).not.toMatch(/\n\s+at /);
      expect(err).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it("says that a file is no folder of registers, not that a list in it is damaged", async () => {
    bench.put("甲.csv", "");
    const { status, err } = await runHere(
      "ingest",
      "--data",
      path.join(bench.data, "甲.csv"),
      "--out",
      bench.out,
    );
    expect(status).toBe(2);
    expect(err).toMatch(/没有 .*甲\.csv 这个文件夹/);
    rmSync(path.join(bench.data, "甲.csv"));
  });

  it("ingest counts rows per file, and exits 1 under --strict when rows were refused", async () => {
    const plain = await runHere("ingest", "--json", ...where);
    expect(plain.status).toBe(0);
    const { files } = JSON.parse(plain.out) as { files: { path: string; accepted: number }[] };
    expect(files.find((f) => f.path === "visits/visits.csv")?.accepted).toBe(8);
    expect((await runHere("ingest", "--strict", ...where)).status).toBe(0);
    bench.put("坏.csv", "走访日期,统一社会信用代码,干部编号,走访方式\n明天,91990101MA0000001Y,G001,实地\n");
    const strict = await runHere("ingest", "--strict", ...where);
    expect(strict.status).toBe(1);
    expect(strict.out).toMatch(/坏\.csv\s+走访台账\s+1\s+0\s+1\s+0\s+0/);
  });

  it("build leaves the site as it is under --strict when a check found errors, and says where", async () => {
    const own = new Workbench();
    for (const room of ["rosters", "visits"]) own.putExamples(room);
    own.put("联系.csv", "干部编号,联系类型,对象代码,联系起始\nG001,镇街,990199001,2018-01-01\n");
    const site = path.join(own.folder, "dist");
    mkdirSync(path.join(site, "_observablehq"), { recursive: true });
    writeFileSync(path.join(site, "index.html"), "old");
    const { status, out, err } = run(
      ...["build", "--strict", "--data", own.data, "--out", own.out, "--site", site],
    );
    expect(status).toBe(1);
    expect(out).toContain("✗ ");
    expect(err).toMatch(/网站没有更新（--strict）：.+（1 条，第一处在 联系\.csv 第 2 行）/);
    expect(readFileSync(path.join(site, "index.html"), "utf8")).toBe("old");
    expect(readdirSync(own.folder).filter((name) => name.startsWith("dist"))).toEqual(["dist"]);
    // Unlike verbs that tests call in their own process, a program leaves comments in its warehouse.
    const uncommented = "SELECT table_name FROM duckdb_columns() WHERE NOT internal AND comment IS NULL";
    expect(await own.rows(uncommented)).toEqual([]);
    own.clear();
  });

  it("figures gives the same bytes after build/ was deleted", async () => {
    const other = ["--data", bench.data, "--out", path.join(bench.folder, "other")];
    const first = await runHere("figures", "--json", ...where);
    expect(first.status).toBe(0);
    expect((await runHere("figures", "--json", ...other)).out).toBe(first.out);
    const figures = JSON.parse(first.out) as Record<string, unknown>[];
    expect(Object.keys(figures[0] as object)).toEqual([
      "indicator",
      "quarter",
      "by",
      "value",
      "numerator",
      "denominator",
      "unit",
    ]);
    const one = await runHere(
      "figures",
      "--quarter",
      "2018Q4",
      "--indicator",
      "visits.above_scale_coverage",
      ...where,
    );
    expect(one.out).toContain("2 / 4");
  });

  it("inspect tells a member of staff in Chinese what to mend, and in English when asked", async () => {
    const file = path.join(bench.folder, "走访 .csv");
    writeFileSync(
      file,
      "走访日期,统一社会信用代码,干部编号,走访方式\n2018-02-30,91990101MA0000001Y,G001,实地\n",
    );
    const zh = await runHere("inspect", file);
    expect(zh.status).toBe(0);
    expect(zh.out).toContain("第 2 行“走访日期”栏");
    expect(zh.out).toContain("2018-02-30");
    expect((await runHere("inspect", "--lang", "en", file)).out).toContain("line 2, column");
    const [seen] = JSON.parse((await runHere("inspect", "--json", file)).out) as Record<string, unknown>[];
    expect(seen).toMatchObject({
      file,
      encoding: "UTF-8",
      separator: ",",
      headerLine: 1,
      register: "visits",
      read: 1,
      accepted: 0,
      refused: 1,
      repeated: 0,
    });
    expect(seen?.problems).toMatchObject([
      { line: 2, field: "visit_day", header: "走访日期", found: "2018-02-30" },
    ]);
    expect((await runHere("inspect", "--strict", file)).status).toBe(1);
  });

  it("inspect --csv writes the file as it was understood", async () => {
    const file = path.join(bench.folder, "旧.csv");
    writeFileSync(file, "走访时间;信用代码;干部编号;走访形式\n2018/3/5;91990101MA0000001Y;G001;上门\n");
    const { out, status } = await runHere("inspect", "--csv", file);
    expect(status).toBe(0);
    expect(out.charCodeAt(0)).toBe(0xfeff);
    expect(out).toContain("走访编号,走访日期,统一社会信用代码");
    expect(out).toContain(",2018-03-05,91990101MA0000001Y,");
    expect(out).toContain("实地");
  });

  it("inspect --csv --out writes copies into a folder and tells what it left out", async () => {
    bench.put("半.csv", "走访日期,统一社会信用代码,干部编号,走访方式\n明天,91990101MA0000001Y,G001,实地\n");
    const to = path.join(bench.folder, "copies");
    const { status, out, err } = await runHere(
      "inspect",
      "--csv",
      "--data",
      bench.data,
      "--out",
      to,
      "半.csv",
    );
    expect(status).toBe(0);
    expect(out.trim()).toBe(path.join(to, "半.csv"));
    expect(err).toContain("有 1 行须修改");
    expect((await runHere("inspect", "--csv", "--data", bench.data, "--out", to, "半.csv")).status).toBe(2);
  });

  it("keeps two runs apart, and names the one that goes on", async () => {
    const held = await alone(bench.out, async () => run("ingest", ...where));
    expect(held).toMatchObject({ status: 2, out: "" });
    expect(held.err).toBe(`另一个进程（${process.pid}）正在写 ${bench.out}，请等它结束后再运行\n`);
    expect(readdirSync(bench.out).filter((name) => name.startsWith("lock"))).toEqual([]);
  });

  it("demo writes the same files for the same seed", async () => {
    const folder = path.join(bench.folder, "demo");
    const { status, out } = await runHere("demo", "--out", folder, "--json", "--seed", "7");
    expect(status).toBe(0);
    expect((JSON.parse(out) as unknown[]).length).toBeGreaterThan(30);
    expect(existsSync(path.join(folder, "rosters", "行政区划.csv"))).toBe(true);
  });
});
