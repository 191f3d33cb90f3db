import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { aligned } from "../src/node/columns.ts";
import { progressOn } from "../src/node/progress.ts";
import type { Part, Scene } from "./measured.ts";
import { added } from "./parts/added.ts";
import { building } from "./parts/build.ts";
import { federation } from "./parts/federation.ts";
import { loading } from "./parts/load.ts";
import { pages } from "./parts/page.ts";
import { previewing } from "./parts/preview.ts";
import { scale } from "./parts/scale.ts";
import { stepwise } from "./parts/steps.ts";
import { circumstances, load, type Outcome, record } from "./report.ts";
import { endRunning } from "./run.ts";

const parts: readonly Part[] = [loading, stepwise, added, scale, previewing, building, pages, federation];
/** What ten million rows tell more of. */
const ofRows: readonly Part[] = [loading, added, scale];

const help = `测一测：并排测量，写入 BENCHMARKS.md · measures side by side and writes BENCHMARKS.md

${aligned([
  ["  --only a,b", `只测这几项 · these parts only: ${parts.map(({ name }) => name).join(", ")}`],
  [
    "  --large",
    `一千万行，各测一次 · ten million rows, each once: ${ofRows.map(({ name }) => name).join(", ")}`,
  ],
  ["  --rounds N", "每项测几次，默认 3 · how often each is measured, 3 by default"],
  ["  --no-record", "只显示，不写文件 · shows what was found and writes no file"],
  ["  --strict", "有一项没达到目标就以 1 退出 · exit 1 when a target is missed"],
  ["  --help", "显示这份说明 · shows this help"],
  ["", ""],
  ...parts.map(({ name, words }) => [`  ${name}`, `${words.zh} · ${words.en}`]),
]).join("\n")}

退出码 · exit codes: 0 测完 · done; 1 --strict 且有目标没达到 · a target was missed under --strict; 2 有一项测不成，或命令写得不对 · a part could not be measured, or misuse`;

const misuse = (said: string): never => {
  console.error(
    `命令写得不对：${said}；可用的选项见 npm run bench -- --help · ${said}; --help shows the options`,
  );
  process.exit(2);
};

const asked = (() => {
  try {
    return parseArgs({
      options: {
        only: { type: "string" },
        large: { type: "boolean", default: false },
        rounds: { type: "string" },
        "no-record": { type: "boolean", default: false },
        strict: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    return misuse((error as Error).message.split(/[.\n]/)[0] ?? "");
  }
})();

const chosen = (): readonly Part[] => {
  if (asked.only === undefined) return asked.large ? ofRows : parts;
  const names = asked.only.split(",").map((name) => name.trim());
  const unknown = names.find((name) => !parts.some((part) => part.name === name));
  if (unknown !== undefined) misuse(`--only ${unknown}`);
  const some = parts.filter(({ name }) => names.includes(name));
  const small = some.find((part) => asked.large && !ofRows.includes(part));
  if (small !== undefined) misuse(`--large --only ${small.name}`);
  return some;
};

const rounds = Number(asked.rounds ?? (asked.large ? 1 : 3));
if (!Number.isInteger(rounds) || rounds < 1 || rounds > 99) misuse(`--rounds ${asked.rounds}`);

const bench = async (some: readonly Part[], folder: string): Promise<number> => {
  const progress = progressOn(process.stderr);
  const [where, busy] = [await circumstances(), load()];
  const outcomes: Outcome[] = [];
  console.log(`${where} · load average ${busy}`);
  for (const [at, part] of some.entries()) {
    const scene: Scene = {
      folder,
      isLarge: asked.large,
      rounds,
      tell: (words) => progress.tell(`${at + 1}/${some.length} ${part.name}: ${words}`),
    };
    const of = { part, isLarge: asked.large };
    try {
      outcomes.push({ ...of, found: await part.measure(scene) });
    } catch (error) {
      outcomes.push({ ...of, found: [], failed: (error as Error).message.split("\n")[0] ?? "" });
    }
    progress.clear();
    const { found, failed } = outcomes.at(-1) as Outcome;
    console.log(`\n${part.words.zh} · ${part.words.en}`);
    if (failed !== undefined) console.log(`  ${failed}`);
    const missed = (met: boolean | undefined): string => (met === undefined ? "" : met ? "✓" : "✗");
    for (const line of aligned(
      found.map((one) => [
        `  ${one.words.en}`,
        one.value,
        one.cpu ?? "",
        one.peak ?? "",
        one.target ?? "",
        missed(one.met),
      ]),
    ))
      console.log(line);
  }
  if (!asked["no-record"]) record(outcomes, parts, where, busy);
  if (outcomes.some(({ failed }) => failed !== undefined)) return 2;
  return asked.strict && outcomes.some(({ found }) => found.some(({ met }) => met === false)) ? 1 : 0;
};

if (asked.help) console.log(help);
else {
  const some = chosen();
  const folder = mkdtempSync(path.join(os.tmpdir(), "taizhang-bench-"));
  const clear = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)
    process.on(signal, () => {
      endRunning();
      clear();
      process.exit(code);
    });
  try {
    process.exitCode = await bench(some, folder);
  } finally {
    clear();
  }
}
