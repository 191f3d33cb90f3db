import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { home } from "../test/workbench.ts";
import { asked } from "./asked.ts";
import { circumstances, record, tableOf } from "./report.ts";

/** Runs the tests that take long, and writes down what they found: `npm run thorough`. */
const values = asked("跑费时的测试 · runs the tests that take long", {
  "no-record": { default: false, says: "只显示，不写入 RELIABILITY.md · only shows what was found" },
});

/** What vitest writes down of a run. */
interface Written {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly status: string; readonly duration?: number | null }[];
  }[];
}

const folder = mkdtempSync(path.join(os.tmpdir(), "taizhang-thorough-"));
const file = path.join(folder, "results.json");
const began = performance.now();
const { status } = spawnSync(
  process.execPath,
  [
    path.join(home, "node_modules", "vitest", "vitest.mjs"),
    ...["run", "--mode", "thorough", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
  ],
  { cwd: home, stdio: "inherit" },
);
const minutes = ((performance.now() - began) / 60_000).toFixed(0);
if (status === 0 && !values["no-record"]) {
  const { testResults } = JSON.parse(readFileSync(file, "utf8")) as Written;
  const rows = testResults
    .map(({ name, assertionResults }) => {
      const having = (what: string): number => assertionResults.filter((one) => one.status === what).length;
      const seconds = assertionResults.reduce((sum, { duration }) => sum + (duration ?? 0), 0) / 1000;
      return [
        `\`${path.relative(home, name)}\``,
        having("passed"),
        assertionResults.length - having("passed"),
        seconds.toFixed(0),
      ];
    })
    .sort((a, b) => (`${a[0]}` < `${b[0]}` ? -1 : 1));
  const passed = rows.reduce((sum, [, count]) => sum + Number(count), 0);
  record(
    "thorough",
    `${await circumstances()}

\`npm run thorough\`: ${passed} tests passed in ${minutes} minutes, none failed.

${tableOf(["tests", "passed", "skipped", "seconds"], rows)}`,
  );
}
rmSync(folder, { recursive: true });
process.exitCode = status ?? 1;
