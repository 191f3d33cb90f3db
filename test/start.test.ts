import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { home } from "./workbench.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "taizhang-start-"));
const cache = path.join(folder, "node_modules", ".cache", "taizhang-program");
const verb = path.join(folder, "src", "node", "verbs", "figures.ts");

const start = (): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, ["src/start.mjs", "figures", "--help"], { cwd: folder, encoding: "utf8" });

/** The program in a folder of its own, its packages those of this one. */
beforeAll(() => {
  for (const one of ["src", "pipelines", "package.json", "package-lock.json", "tsconfig.json"])
    cpSync(path.join(home, one), path.join(folder, one), { recursive: true });
  mkdirSync(path.join(folder, "node_modules"));
  for (const one of readdirSync(path.join(home, "node_modules")).filter((name) => !name.startsWith(".")))
    symlinkSync(path.join(home, "node_modules", one), path.join(folder, "node_modules", one));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the program, translated when it is started", () => {
  it("is translated once, and anew when a source changed; what nobody used for long goes", () => {
    const first = start();
    expect(first).toMatchObject({ status: 0, stderr: "" });
    expect(start().stdout).toBe(first.stdout);
    const [before] = readdirSync(cache);
    expect(readdirSync(cache)).toEqual([before]);

    const long = new Date(Date.now() - 31 * 24 * 60 * 60 * 1000);
    utimesSync(path.join(cache, before as string), long, long);
    const source = readFileSync(verb, "utf8");
    writeFileSync(
      verb,
      source.replace(/words\(\s*"/, (found) => `${found}改过的话：`),
    );
    expect(start().stdout).toContain("改过的话：");
    expect(readdirSync(cache)).toHaveLength(1);
    expect(readdirSync(cache)).not.toEqual([before]);
    writeFileSync(verb, source);
  });

  it("starts from its sources where nothing can be kept", () => {
    rmSync(cache, { recursive: true, force: true });
    writeFileSync(cache, "");
    expect(start()).toMatchObject({ status: 0, stderr: "" });
    rmSync(cache);
  });

  it("names the source that is wrong", () => {
    const source = readFileSync(verb, "utf8");
    writeFileSync(verb, `${source}\nconst = 1;\n`);
    const { status, stderr } = start();
    expect(status).not.toBe(0);
    expect(stderr).toContain("figures.ts");
    writeFileSync(verb, source);
  });
});
