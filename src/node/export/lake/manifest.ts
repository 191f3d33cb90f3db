import type { Words } from "../../../words.ts";
import type { Mark } from "../free.ts";
import { type LakeTable, partition, typeOf } from "./table.ts";

/** What a lake is, above its tables. */
export interface LakeHead {
  readonly federation: Words;
  /** ISO day up to which the registers were read; empty where nothing was. */
  readonly asOf: string;
  readonly demo: boolean;
}

/** A file of a lake. */
export interface LakeFile {
  /** Relative to the lake. */
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

export const manifestFile = "_manifest.json";
export const lakeMark: Mark = { file: manifestFile, name: /^taizhang-lake$/ };

const tableOf = ({ table, folder, columns, quarter }: LakeTable, files: readonly LakeFile[]): object => ({
  name: table.name,
  folder,
  title: table.words.zh,
  title_en: table.words.en,
  rows: files.reduce((sum, file) => sum + file.rows, 0),
  partitioned_by: quarter === undefined ? [] : [{ name: partition, type: "VARCHAR" }],
  columns: columns.map(({ name, words, kind, unit, required, among }) => ({
    name,
    type: typeOf(kind),
    title: words.zh,
    title_en: words.en,
    ...(unit && { unit: unit.zh, unit_en: unit.en }),
    ...(required && { required: true }),
    ...(among && { enum: among }),
  })),
  ...(table.key && { primary_key: table.key }),
  files,
});

/** `_manifest.json`: what each table is and holds, and the hash of every file. Spark and Trino pass over it. */
export const manifestOf = (
  { federation, asOf, demo }: LakeHead,
  tables: readonly (readonly [LakeTable, readonly LakeFile[]])[],
): object => ({
  name: "taizhang-lake",
  title: `${federation.zh}：台账和模型（内部资料，请勿外传）`,
  title_en: `${federation.en}: registers and models (internal, not to be passed on)`,
  demo,
  ...(asOf !== "" && { as_of: asOf }),
  format: "parquet",
  tables: tables.map(([table, files]) => tableOf(table, files)),
});
