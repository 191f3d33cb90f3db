import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import type { Found, Part } from "./measured.ts";
import { home } from "./run.ts";

const file = path.join(home, "BENCHMARKS.md");

/** What was found of one part: lines, or why there are none. */
export interface Outcome {
  readonly part: Part;
  readonly isLarge: boolean;
  readonly found: readonly Found[];
  readonly failed?: string;
}

const versionOfDuckDB = async (): Promise<string> => {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const [[version] = []] = (await connection.runAndReadAll("SELECT version()")).getRows();
  connection.closeSync();
  instance.closeSync();
  return String(version);
};

const commit = (): string => {
  try {
    const git = (...argv: string[]): string =>
      execFileSync("git", argv, { cwd: home, encoding: "utf8" }).trim();
    const changed = git("status", "--porcelain", "--untracked-files=no") !== "";
    return `commit ${git("rev-parse", "--short", "HEAD")}${changed ? " with changes" : ""}`;
  } catch {
    return "no commit known";
  }
};

/** Where, when and under what load something is measured. */
export const circumstances = async (): Promise<string> =>
  [
    `${new Date().toISOString().slice(0, 16).replace("T", " ")} UTC`,
    commit(),
    `${os.cpus().length} cores (${os.cpus()[0]?.model.trim()}), ${Math.round(os.totalmem() / 2 ** 30)} GB`,
    `${os.type()} ${os.release()}`,
    `Node ${process.version}`,
    `DuckDB ${await versionOfDuckDB()}`,
  ].join(" · ");

/** How busy the machine was in the last minute. */
export const load = (): string => (os.loadavg()[0] ?? 0).toFixed(1);

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

const verdict = ({ met }: Found): string => (met === undefined ? "" : met ? "met" : "**missed**");

const sectionOf = ({ part, isLarge, found, failed }: Outcome, when: string): string => {
  const head = [
    `## ${part.words.zh} · ${part.words.en}${isLarge ? " (--large)" : ""}`,
    "",
    `\`npm run bench -- --only ${part.name}${isLarge ? " --large" : ""}\` · ${when}`,
    "",
  ];
  if (failed !== undefined) return [...head, `Could not be measured: ${failed}`, ""].join("\n");
  const cells = found.map((one) => [
    `${one.words.zh} · ${one.words.en}`,
    one.value,
    one.cpu ?? "",
    one.peak ?? "",
    one.target ?? "",
    verdict(one),
  ]);
  return [
    ...head,
    ...[
      ["what", "measured", "processor time", "peak memory", "target", ""],
      Array(6).fill("---"),
      ...cells,
    ].map(row),
    "",
  ].join("\n");
};

/** The head of the page. @param text the sections below it, whose verdicts are counted */
const prefaceOf = (text: string): string => {
  const count = (mark: string): number => text.split(`| ${mark} |`).length - 1;
  const [met, missed] = [count("met"), count("**missed**")];
  return `# Benchmarks

**摘要**　本页由 \`npm run bench\` 测后自行写成。设了目标的共 ${met + missed} 项，达到 ${met} 项，没有达到 ${missed} 项（标为 missed）。
倍数在别的机器上大致相同，秒数不同。

Of ${met + missed} targets ${met} are met and ${missed} missed.

\`npm run bench\` writes this page; what stands in it was measured, never typed. Things that are compared are measured by turns in one
run; a number is the median, with the least and the most in brackets. Ratios hold on other machines, seconds do not. Processor time is
that of the program and all it started; peak memory is what they held together at one moment (pages that they share count twice), or, of a
load, the process's own high-water mark.

`;
};

/** Sections of the page as it stands, by their headings. */
const standing = (): Map<string, string> => {
  if (!existsSync(file)) return new Map();
  const [, ...sections] = readFileSync(file, "utf8").split(/^(?=## )/m);
  return new Map(sections.map((section) => [section.split("\n")[0] ?? "", `${section.trimEnd()}\n`]));
};

/** Writes what was found into BENCHMARKS.md: parts that were not measured this time stay as they stand. */
export const record = (
  outcomes: readonly Outcome[],
  parts: readonly Part[],
  where: string,
  busy: string,
): void => {
  const sections = standing();
  for (const outcome of outcomes) {
    const text = sectionOf(outcome, `${where} · load average ${busy}, ${load()} at the end`);
    sections.set(text.split("\n")[0] ?? "", text);
  }
  const order = (heading: string): number => {
    const at = parts.findIndex(({ words }) => heading.startsWith(`## ${words.zh} · ${words.en}`));
    return at < 0 ? parts.length : at;
  };
  const sorted = [...sections].sort(([a], [b]) => order(a) - order(b) || a.length - b.length);
  const text = sorted.map(([, section]) => section).join("\n");
  writeFileSync(file, prefaceOf(text) + text);
};
