import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, it } from "vitest";
import { poison } from "./poison.ts";
import { filesBelow, home, Workbench } from "./workbench.ts";

const bench = new Workbench();
const program = path.join(bench.folder, "inspect.cjs");

beforeAll(async () => {
  const from = (file: string): string => JSON.stringify(path.join(home, file));
  await build({
    stdin: {
      contents: `
import { organisation } from ${from("pipelines/index.ts")};
import { command } from ${from("src/node/command.ts")};
import { inspect } from ${from("src/node/verbs/inspect.ts")};
command(process.argv.slice(2), [inspect], () => organisation, ${JSON.stringify(home)}).then((code) => {
  process.exitCode = code;
});`,
      resolveDir: home,
      loader: "ts",
    },
    outfile: program,
    bundle: true,
    platform: "node",
    format: "cjs",
    logLevel: "silent",
  });
  bench.put("空.csv", "");
  bench.put(
    `${poison}.csv`,
    "走访日期,统一社会信用代码,干部编号,走访方式\n\u001b[2J2018-02-30,\u202ex,\u0007G001,\u009b31m实地\n",
  );
  spawnSync("mkfifo", [path.join(bench.data, "管道.csv")]);
});
afterAll(() => bench.clear());

const [permission = "--permission"] = ["--experimental-permission", "--permission"].filter((flag) =>
  process.allowedNodeEnvironmentFlags.has(flag),
);

/** Under Node's permission model: whatever writes a file, starts a process or a worker is stopped with an error. */
const inspectWith = (...argv: string[]) =>
  spawnSync(
    process.execPath,
    ["--no-warnings", permission, "--allow-fs-read=*", program, "inspect", ...argv],
    { cwd: bench.data, encoding: "utf8", timeout: 30_000 },
  );

it("inspect needs no permission to write a file or to start a process, for any file of the corpus", () => {
  const corpus = path.join(home, "test", "corpus");
  const files = readdirSync(corpus).flatMap((name) =>
    readdirSync(path.join(corpus, name))
      .filter((file) => file.startsWith("sent."))
      .map((file) => path.join(corpus, name, file)),
  );
  const before = filesBelow(bench.folder);
  const { status, stdout, stderr } = inspectWith(...files, `${poison}.csv`);
  expect(stderr).toBe("");
  expect(status).toBe(0);
  expect(stdout.match(/读到 \d+ 行/g)?.length).toBeGreaterThan(100);
  expect(filesBelow(bench.folder)).toEqual(before);
});

it("the permission model would have noticed", () => {
  const { status, stderr } = inspectWith("--csv", "--out", bench.out, `${poison}.csv`);
  expect(status).toBe(2);
  expect(stderr).toContain("restricted");
});

it("what stands in a file, or in its name, does not steer the terminal", () => {
  for (const lang of ["zh", "en"]) {
    const { stdout } = inspectWith("--lang", lang, `${poison}.csv`);
    expect(stdout).toContain("[U+202E]gnp");
    expect(stdout).not.toMatch(/[^\P{Cc}\n]|[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/u);
  }
  const { stdout } = inspectWith("--json", `${poison}.csv`);
  expect(stdout).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e]/u);
  expect(JSON.parse(stdout)).toMatchObject([{ file: `${poison}.csv`, read: 1, refused: 1 }]);
});

it("does not wait for a pipe, and says so", () => {
  const { status, stderr } = inspectWith("管道.csv");
  expect(status).toBe(2);
  expect(stderr).toMatch(/管道\.csv 不是文件本身.+没有打开/);
});

it("writes over nothing, and through no link that leads to nothing yet", () => {
  const corpus = path.join(home, "test/corpus/markup_in_words/sent.csv");
  const out = path.join(bench.folder, "clean");
  mkdirSync(out);
  symlinkSync(path.join(bench.folder, "elsewhere.csv"), path.join(out, "sent.csv"));
  const { status, stderr } = spawnSync(
    process.execPath,
    [program, "inspect", "--csv", "--out", out, corpus],
    {
      encoding: "utf8",
    },
  );
  expect([status, stderr]).toEqual([2, expect.stringMatching(/sent\.csv 已存在，请换一个文件夹/)]);
  expect(filesBelow(bench.folder)).not.toContain("elsewhere.csv");
});
