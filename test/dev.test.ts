import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { home, rooms, Workbench } from "./workbench.ts";

const bench = new Workbench();
/** A copy of the program, so that a room can be changed while it runs. */
const copy = path.join(bench.folder, "copy");
let dev: ChildProcess;
let url = "";
let said = "";

/** Programmes that no page of the front names go from the copy: each would be read, measured and drawn at every change. */
const leaveOut = (...ids: readonly string[]): void => {
  const list = path.join(copy, "pipelines", "index.ts");
  const lines = readFileSync(list, "utf8").split("\n");
  const about = (line: string, id: string): boolean =>
    new RegExp(`^(?:import \\{ ${id} \\}| +${id},$)`).test(line);
  writeFileSync(list, lines.filter((line) => !ids.some((id) => about(line, id))).join("\n"));
  for (const id of ids)
    for (const lang of ["", "en"]) rmSync(path.join(copy, "reports", lang, "[quarter]", `${id}.md`));
};

beforeAll(async () => {
  for (const room of ["rosters", "visits"]) bench.putExamples(room);
  for (const part of [
    "src",
    "pipelines",
    "reports",
    "package.json",
    "tsconfig.json",
    "observablehq.config.ts",
  ])
    cpSync(path.join(home, part), path.join(copy, part), { recursive: true });
  symlinkSync(path.join(home, "node_modules"), path.join(copy, "node_modules"));
  leaveOut("canteens", "stations", "entrepreneurship", "organising", "measures");
  const verb = ["dev", "--data", bench.data, "--out", bench.out];
  dev = spawn(process.execPath, ["src/start.mjs", ...verb], { cwd: copy });
  dev.stderr?.on("data", (chunk) => {
    said += chunk;
  });
  await new Promise<void>((done, fail) => {
    dev.stdout?.on("data", (chunk: Buffer) => {
      said += chunk;
      url = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0] ?? "";
      if (url) done();
    });
    dev.on("close", () => fail(new Error(said)));
  });
}, 60_000);

afterAll(async () => {
  const ended = new Promise((done) => dev.once("close", done));
  dev.kill("SIGINT");
  await ended;
  bench.clear();
});

const visits = async (): Promise<string | undefined> =>
  /走访家次<\/h3>\s*<p class="value">(\d+)家次/.exec(await (await fetch(`${url}2018Q4/visits`)).text())?.[1];

/** A page is as dear as a reading: it is asked for when dev has told of one, and every three seconds. */
const becomes = async (wanted: string): Promise<void> => {
  let [heard, asked, shown] = [0, 0, await visits()];
  const look = async (): Promise<string | undefined> => {
    if (said.length === heard && Date.now() - asked < 3000) return shown;
    [heard, asked] = [said.length, Date.now()];
    shown = await visits();
    return shown;
  };
  await expect.poll(look, { timeout: 40_000, interval: 250 }).toBe(wanted);
};

describe("dev", () => {
  it("puts a dropped, changed or removed file on the page within seconds", async () => {
    await becomes("7");
    const [header] = readFileSync(path.join(rooms, "visits", "examples", "visits.csv"), "utf8").split("\n");
    const row = (day: string): string => `${header}\nV900,${day},91990101MA0000001Y,,G001,,否,实地,,,\n`;
    bench.put("新.csv", row("2018-12-28"));
    await becomes("8");
    const explore = await (await fetch(`${url}explore`)).text();
    const modules = [...explore.matchAll(/\/_import\/published\/[^"?]+\.js/g)].map(([module]) => module);
    expect(modules.length).toBeGreaterThan(0);
    for (const module of modules) expect((await fetch(new URL(module, url))).status, module).toBe(200);
    bench.put("新.csv", `${row("2018-12-28")}${row("2018-12-27").split("\n")[1]?.replace("V900", "V901")}\n`);
    await becomes("9");
    rmSync(path.join(bench.data, "新.csv"));
    await becomes("7");
  }, 150_000);

  it("shows what a changed model, indicator or setting moves, old and new, before it is kept", async () => {
    const page = async (): Promise<string> => (await fetch(`${url}2018Q4/visits`)).text();
    const shows = async (wanted: RegExp): Promise<void> => {
      await expect.poll(page, { timeout: 40_000, interval: 500 }).toMatch(wanted);
    };
    expect(await page()).not.toContain("预览开始以来");
    const volume = path.join(copy, "pipelines/visits/indicators/volume.ts");
    const was = readFileSync(volume, "utf8");
    writeFileSync(
      volume,
      was.replace('"count(DISTINCT enterprise_day)"', '"2 * count(DISTINCT enterprise_day)"'),
    );
    await becomes("14");
    await shows(
      /预览开始以来，\d+个数字有变动[\s\S]*走访家次[\s\S]*2018年第四季度<\/td><td[^>]*>7家次<\/td><td[^>]*>14家次<br><span class="base">\+7家次/,
    );
    writeFileSync(volume, was.replace("count(DISTINCT enterprise_day)", "count(DISTINCT"));
    await expect.poll(() => said, { timeout: 40_000 }).toMatch(/visits\.visits|indicator|指标/);
    writeFileSync(volume, `${was}\nconst = 1;\n`);
    await expect.poll(() => said, { timeout: 40_000 }).toContain("pipelines/ 里有错");
    writeFileSync(volume, was);
    await becomes("7");
    expect(await page()).not.toContain("预览开始以来");
  }, 200_000);

  it("says what is wrong and goes on when nothing is left to read", async () => {
    rmSync(path.join(bench.data, "rosters"), { recursive: true });
    rmSync(path.join(bench.data, "visits"), { recursive: true });
    await expect.poll(() => said, { timeout: 40_000 }).toContain("还没有台账");
    for (const room of ["rosters", "visits"]) bench.putExamples(room);
    await becomes("7");
  }, 100_000);
});
