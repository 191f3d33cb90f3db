import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import path from "node:path";
import Papa from "papaparse";
import { stringify } from "yaml";
import { inert } from "../formula.ts";
import type { Release } from "../release.ts";
import type { Words } from "../words.ts";
import { Failure } from "./failure.ts";
import { figureTable } from "./figure_table.ts";
import { sha256 } from "./inbox.ts";
import { mend } from "./into_place.ts";
import { thisRun } from "./run.ts";
import { sync, writeFlushed } from "./whole_file.ts";

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  `${Papa.unparse([[...head], ...rows.map((row) => row.map((cell) => inert(String(cell))))], { newline: "\n" })}\n`;

const filesTable = ({ files }: Release): string =>
  table(
    ["path", "register", "sha256", "read", "accepted", "refused", "repeated", "superseded"],
    files.map((f) => [f.path, f.register, f.sha256, f.read, f.accepted, f.refused, f.repeated, f.superseded]),
  );

const methodsTable = ({ methods }: Release): string =>
  table(
    ["indicator", "sha256", "words_zh", "words_en", "formula_zh", "formula_en", "reading_zh", "reading_en"],
    methods.map(({ indicator, sha256, words, formula, reading }) => [
      indicator,
      sha256,
      words.zh,
      words.en,
      formula.zh,
      formula.en,
      reading.zh,
      reading.en,
    ]),
  );

const headText = (release: Release, federation: Words, hashes: Readonly<Record<string, string>>): string =>
  stringify(
    {
      quarter: release.quarter,
      edition: String(release.edition),
      as_of: release.asOf,
      code: release.code,
      federation: federation.zh,
      demo: String(release.demo),
      overridden: release.overridden,
      why: release.why ?? "",
      settings: release.settings,
      sha256: hashes,
    },
    { lineWidth: 0, schema: "failsafe" },
  );

/**
 * Writes a release into `releases/2018Q4/1`, whole or not at all: it is made beside and renamed into place.
 * @param see looks at what was written before it counts, and throws to keep it out
 * @returns the folder
 * @throws Failure when that edition is there already
 */
export const writeRelease = async (
  releases: string,
  release: Release,
  words: { readonly federation: Words; readonly of: (indicator: string) => Words | undefined },
  see: (folder: string) => Promise<void> | void = () => {},
): Promise<string> => {
  const quarter = path.join(releases, release.quarter);
  const folder = path.join(quarter, String(release.edition));
  const aside = path.join(quarter, `.${release.edition}.${thisRun}.tmp`);
  mend(quarter);
  mkdirSync(aside, { recursive: true });
  try {
    const files = {
      "figures.csv": figureTable(release.figures, words.of),
      "files.csv": filesTable(release),
      "methods.csv": methodsTable(release),
    };
    const hashes = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, sha256(text)]));
    for (const [name, text] of Object.entries(files)) writeFlushed(path.join(aside, name), text, 0o644);
    writeFlushed(path.join(aside, "release.yaml"), headText(release, words.federation, hashes), 0o644);
    await see(aside);
    sync(aside);
    renameSync(aside, folder);
    sync(quarter);
    return folder;
  } catch (error) {
    if (["ENOTEMPTY", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? ""))
      throw new Failure(
        `${folder} 已经有了，请重新运行`,
        `${folder} is there already; run the command again`,
      );
    throw error;
  } finally {
    rmSync(aside, { recursive: true, force: true });
    if (readdirSync(quarter).length === 0) rmdirSync(quarter);
  }
};
