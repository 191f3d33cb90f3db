import { createHash } from "node:crypto";
import { createReadStream, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { byName } from "../../../order.ts";
import { type Organisation, registersOf } from "../../../organisation.ts";
import { isQuarter } from "../../../quarter.ts";
import { Failure } from "../../failure.ts";
import { literal } from "../../sql.ts";
import type { Warehouse } from "../../warehouse.ts";
import { calendarTables, warehousedTables } from "../warehoused.ts";
import { type LakeFile, type LakeHead, manifestFile, manifestOf } from "./manifest.ts";
import { type LakeTable, laid, partition, rowsSql } from "./table.ts";

/** Where rows without a quarter lie, by Hive's convention: readers take it for an empty value. */
const nowhere = `${partition}=__HIVE_DEFAULT_PARTITION__`;

/** Snappy is what the oldest readers have; a group of rows is what one of them holds at a time. */
const format = "FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE 122880";

/** @param said DuckDB's own words, which hold the number and the column */
const tooLarge = (table: string, said: string): Failure => {
  const [, number = ""] = /"(-?[\d.]+)"/.exec(said) ?? [];
  const [, column = ""] = /source column (\w+)/.exec(said) ?? [];
  return new Failure(
    `${table} 的 ${column} 栏有 ${number}，超过 18 位，没有导出；请查是哪份台账的数填错了位数`,
    `column ${column} of ${table} holds ${number}, more than 18 digits, so nothing was exported; find the register in which a number is a slip`,
  );
};

const copy = async (warehouse: Warehouse, of: LakeTable, folder: string): Promise<void> => {
  const write = (sql: string, to: string, more = ""): Promise<void> =>
    warehouse.run(`COPY (${sql}) TO ${literal(to)} (${format}${more})`).catch((error: unknown) => {
      const said = String((error as Error).message).split("\n")[0] ?? "";
      throw /^(?:Conversion|Out of Range) Error/.test(said) ? tooLarge(of.table.name, said) : error;
    });
  mkdirSync(folder, { recursive: true });
  if (of.quarter === undefined) return write(rowsSql(of), path.join(folder, "data_0.parquet"));
  await write(rowsSql(of), folder, `, PARTITION_BY (${partition}), OVERWRITE_OR_IGNORE`);
  if (readdirSync(folder).length > 0) return;
  // A table without rows still has its columns.
  mkdirSync(path.join(folder, nowhere));
  const empty = `SELECT * EXCLUDE (${partition}) FROM (${rowsSql(of, "WHERE false")})`;
  await write(empty, path.join(folder, nowhere, "data_0.parquet"));
};

const hashOf = async (file: string): Promise<string> => {
  const hash = createHash("sha256");
  for await (const bytes of createReadStream(file)) hash.update(bytes as Buffer);
  return hash.digest("hex");
};

const filesOf = async (warehouse: Warehouse, lake: string, { folder }: LakeTable): Promise<LakeFile[]> => {
  const whole = path.join(lake, folder);
  const found = readdirSync(whole, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const files: LakeFile[] = [];
  for (const file of found.map((one) => path.join(one.parentPath, one.name)).sort(byName)) {
    const [held] = await warehouse.rows(`SELECT num_rows FROM parquet_file_metadata(${literal(file)})`);
    files.push({
      path: path.relative(lake, file).replaceAll(path.sep, "/"),
      rows: Number(held?.num_rows),
      bytes: statSync(file).size,
      sha256: await hashOf(file),
    });
  }
  return files;
};

/** Folder names go into other tools' catalogues as they are. @throws where one is no quarter: then the model is wrong */
const assertQuarters = (of: LakeTable, folder: string): void => {
  if (of.quarter === undefined) return;
  for (const one of readdirSync(folder))
    if (one !== nowhere && !isQuarter(one.replace(`${partition}=`, "")))
      throw new Error(`${of.table.name} is partitioned by ${one}`);
};

/** A lake as it was written. */
export interface Lake {
  readonly tables: number;
  /** Models of which it cannot be told what is personal in them, `room.table`. */
  readonly keptBack: readonly string[];
}

/**
 * Writes the registers and models without personal data as Parquet in Hive's layout, `visits/visit_log/quarter=2018Q4/`,
 * with the calendar and a manifest. Rows go from DuckDB to the disk: memory holds as many as DuckDB sorts at a time, and it spills the rest.
 * The same warehouse gives the same bytes.
 * @param warehouse opened so that it may write into the folder
 * @param rooms folder with a folder per room, where model.sql stands
 * @param lake an empty folder, by its whole path
 * @param progress told of each table before it is written
 */
export const writeLake = async (
  warehouse: Warehouse,
  organisation: Organisation,
  head: LakeHead,
  rooms: string,
  lake: string,
  progress: (done: number, of: number, table: string) => void = () => {},
): Promise<Lake> => {
  const { tables: own, keptBack } = await warehousedTables(warehouse, organisation, rooms);
  const tables = [...(await calendarTables(warehouse, organisation, rooms)), ...own];
  const registers = new Map(registersOf(organisation).map((r) => [`${r.room}.${r.id}`, r]));
  const written: [LakeTable, LakeFile[]][] = [];
  for (const [done, table] of tables.entries()) {
    progress(done, tables.length, table.name);
    const of = laid(table, registers.get(table.name));
    const folder = path.join(lake, of.folder);
    await copy(warehouse, of, folder);
    assertQuarters(of, folder);
    written.push([of, await filesOf(warehouse, lake, of)]);
  }
  writeFileSync(path.join(lake, manifestFile), `${JSON.stringify(manifestOf(head, written), null, 1)}\n`);
  return { tables: tables.length, keptBack };
};
