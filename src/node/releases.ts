import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import Papa from "papaparse";
import { parse } from "yaml";
import * as z from "zod";
import { live } from "../formula.ts";
import { byName } from "../order.ts";
import { isQuarter } from "../quarter.ts";
import type { Method, Release, ReleasedFile } from "../release.ts";
import { Failure } from "./failure.ts";
import { figuresIn } from "./figure_table.ts";
import { sha256 } from "./inbox.ts";

/** The files of a release beside `release.yaml`, which holds their hashes. */
export const releaseFiles = ["figures.csv", "files.csv", "methods.csv"] as const;

const head = z.strictObject({
  quarter: z.string().refine(isQuarter),
  edition: z.string().refine((text) => isEdition(text)),
  as_of: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  code: z.string(),
  federation: z.string(),
  demo: z.enum(["true", "false"]),
  overridden: z.array(z.enum(["released", "not_ended", "errors"])),
  why: z.string(),
  settings: z.record(z.string(), z.string()),
  sha256: z.strictObject(
    Object.fromEntries(releaseFiles.map((file) => [file, z.string()])) as Record<
      (typeof releaseFiles)[number],
      z.ZodString
    >,
  ),
});

const spoilt = (folder: string, zh: string, en: string): Failure =>
  new Failure(
    `${folder} 里的发布文件${zh}，请用版本库恢复这个文件夹`,
    `the release in ${folder} ${en}; restore the folder from version control`,
  );

const rowsOf = (csv: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(csv, {
    delimiter: ",",
    newline: "\n",
    header: true,
    skipEmptyLines: true,
    transform: live,
  }).data;

const fileOf = ({
  path = "",
  register = "",
  sha256 = "",
  ...counts
}: Record<string, string>): ReleasedFile => {
  const [read, accepted, refused, repeated, superseded] = [
    "read",
    "accepted",
    "refused",
    "repeated",
    "superseded",
  ].map((column) => Number(counts[column])) as [number, number, number, number, number];
  return { path, register, sha256, read, accepted, refused, repeated, superseded };
};

const methodOf = (row: Record<string, string>): Method => ({
  indicator: row.indicator ?? "",
  sha256: row.sha256 ?? "",
  words: { zh: row.words_zh ?? "", en: row.words_en ?? "" },
  formula: { zh: row.formula_zh ?? "", en: row.formula_en ?? "" },
  reading: { zh: row.reading_zh ?? "", en: row.reading_en ?? "" },
});

/** Reads one release. @throws Failure when a file is missing, is not as it should be, or was changed since */
export const readRelease = (folder: string): Release => {
  const missing = ["release.yaml", ...releaseFiles].find((file) => !existsSync(path.join(folder, file)));
  if (missing !== undefined) throw spoilt(folder, `缺少 ${missing}`, `lacks ${missing}`);
  const text = (file: string): string =>
    readFileSync(path.join(folder, file), "utf8").replaceAll("\r\n", "\n");
  const told = ((): z.infer<typeof head> => {
    try {
      return head.parse(parse(text("release.yaml"), { schema: "failsafe", uniqueKeys: true }));
    } catch {
      throw spoilt(folder, " release.yaml 不规范", "has a release.yaml that is not as it should be");
    }
  })();
  for (const file of releaseFiles)
    if (sha256(text(file)) !== told.sha256[file])
      throw spoilt(
        folder,
        ` ${file} 在发布之后被改动过`,
        `has a ${file} that was changed since it was released`,
      );
  const figures = figuresIn(text("figures.csv"));
  if (typeof figures === "number")
    throw spoilt(
      folder,
      ` figures.csv 第 ${figures} 行不规范`,
      `has a figures.csv whose line ${figures} is not as it should be`,
    );
  return {
    quarter: told.quarter,
    edition: Number(told.edition),
    asOf: told.as_of,
    code: told.code,
    demo: told.demo === "true",
    overridden: told.overridden,
    why: told.why || null,
    settings: told.settings,
    figures,
    files: rowsOf(text("files.csv")).map(fileOf),
    methods: rowsOf(text("methods.csv")).map(methodOf),
  };
};

const isEdition = (name: string): boolean => /^[1-9]\d*$/.test(name);

const foldersIn = (folder: string, isOne: (name: string) => boolean): string[] =>
  statSync(folder, { throwIfNoEntry: false })?.isDirectory()
    ? readdirSync(folder)
        .filter((name) => isOne(name) && lstatSync(path.join(folder, name)).isDirectory())
        .sort(byName)
    : [];

/** The folders of a quarter's releases, `releases/2018Q4/1`, in order. */
export const editionsIn = (quarter: string): string[] =>
  foldersIn(quarter, isEdition).map((edition) => path.join(quarter, edition));

/** The number that the next release of a quarter has: no folder is used twice, whoever's release is in it. */
export const nextEdition = (quarter: string): number =>
  Math.max(0, ...foldersIn(quarter, isEdition).map(Number)) + 1;

/**
 * All releases in a folder, by quarter and edition. Those of the demonstration count only while its rows are shown,
 * and no others do then.
 * @throws Failure when one of them is damaged
 */
export const releasesIn = (folder: string, demo: boolean): Release[] =>
  foldersIn(folder, isQuarter)
    .flatMap((quarter) => editionsIn(path.join(folder, quarter)))
    .map(readRelease)
    .filter((release) => release.demo === demo);
