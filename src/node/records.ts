import { closeSync, openSync, rmSync, writevSync } from "node:fs";
import path from "node:path";
import { BIGINT } from "@duckdb/node-api";
import type { Header } from "../header.ts";
import { append } from "./append.ts";
import type { Draft } from "./draft.ts";
import type { Scan } from "./scan.ts";
import { lookedUp, type Place, soundRow } from "./sound_row.ts";
import { literal } from "./sql.ts";
import type { Warehouse } from "./warehouse.ts";

/** Buffers that one call writes at most. */
const atOnce = 1000;
const newline = 10;
const lineEnd = Buffer.from([newline]);

const writeAll = (handle: number, buffers: readonly Buffer[]): void => {
  for (let left = buffers; left.length > 0; ) {
    let written = writevSync(handle, left);
    const more = left.findIndex((buffer) => {
      if (written < buffer.length) return true;
      written -= buffer.length;
      return false;
    });
    left = more < 0 ? [] : [(left[more] as Buffer).subarray(written), ...left.slice(more + 1)];
  }
};

/** Writes the certified records of the drafts, and nothing else, where DuckDB may read them. */
const writeRecords = (drafts: readonly Draft[], file: string): void => {
  const handle = openSync(file, "wx", 0o600);
  try {
    let waiting: Buffer[] = [];
    for (const { plain, scan } of drafts) {
      for (let i = 0; i < scan.certified.length; i += 2) {
        waiting.push(plain.bytes.subarray(scan.certified[i], scan.certified[i + 1]));
        if (waiting.length < atOnce) continue;
        writeAll(handle, waiting);
        waiting = [];
      }
      if (plain.bytes.at(-1) !== newline) waiting.push(lineEnd);
    }
    writeAll(handle, waiting);
  } finally {
    closeSync(handle);
  }
};

/** Nothing is left for DuckDB to find out. Blank lines are passed over. */
const readCsv = (file: string, separator: string, places: readonly Place[]): string => {
  const columns = places.map(({ cell }) => `${cell}: 'VARCHAR'`).join(", ");
  return `read_csv(${literal(file)}, columns = {${columns}}, delim = ${literal(separator)}, quote = '"', escape = '"',
    header = false, auto_detect = false, new_line = '\\n', nullstr = '', compression = 'none',
    hive_partitioning = false, max_line_size = 2097152, strict_mode = true, null_padding = false)`;
};

/**
 * Lays out the physical line of every record, `_line` in a temporary table, in order. It stands beside the cells: joined
 * while DuckDB reads, it would keep all of reading to one thread.
 */
const layLines = async (
  warehouse: Warehouse,
  { recs, shifts, records }: Scan,
  table: string,
): Promise<void> => {
  const steps = `${table}_steps`;
  await warehouse.run(`CREATE TEMP TABLE ${steps} (rec BIGINT, until BIGINT, shift BIGINT)`);
  await append(
    warehouse,
    "temp",
    steps,
    [BIGINT, BIGINT, BIGINT],
    recs.map((rec, i) => [BigInt(rec), BigInt(recs[i + 1] ?? records), BigInt(shifts[i] as number)]),
  );
  await warehouse.run(`
    CREATE TEMP TABLE ${table} AS
    SELECT (rec + shift)::INTEGER AS _line FROM (SELECT unnest(range(rec, until)) AS rec, shift FROM ${steps});
    DROP TABLE ${steps}`);
};

/**
 * Makes a temporary table of the drafts' certified records, in order: their cells `_0`, `_1` …, empty ones NULL, as text
 * or as places in a dictionary; `_sound`, whether the row is canonical as far as cells can tell; `_sent`, the cells as
 * they were sent where a dictionary lacks one of them; and `_line` where the line is not the record's number and a shift.
 * @param drafts at least one, all under the same header
 * @param folder where DuckDB may read; the records lie there no longer than this takes
 */
export const readRecords = async (
  warehouse: Warehouse,
  drafts: readonly Draft[],
  places: readonly Place[],
  folder: string,
  table: string,
  lines: string | undefined,
): Promise<void> => {
  const [{ separator, header, scan }] = drafts as [Draft];
  const file = path.join(folder, `${table}.csv`);
  try {
    writeRecords(drafts, file);
    if (lines) await layLines(warehouse, scan, lines);
    await warehouse.run(
      `CREATE TEMP TABLE ${table} AS ${judged(header, places, readCsv(file, separator, places))}`,
    );
  } finally {
    rmSync(file, { force: true });
  }
};

/** SQL of the records with what their cells tell. Their order is kept: no join, no window. */
const judged = (header: Header, places: readonly Place[], records: string): string => {
  const found = ({ cell, known }: Place): string => (known ? `k${cell.slice(1, -1)}` : cell);
  const known = places.filter((place) => place.known);
  const unknown = known.map((place) => `${place.cell} IS NOT NULL AND ${found(place)} IS NULL`);
  const columns = [
    ...places.map((place) => `${found(place)} AS ${place.cell}`),
    `coalesce(${soundRow(header, places, found)}, false) AS _sound`,
    `CASE WHEN ${unknown.join(" OR ") || "false"} THEN [${places.map(({ cell }) => cell).join(", ")}] END AS _sent`,
  ];
  const looked = ["*", ...known.map((place) => `${lookedUp(place)} AS ${found(place)}`)];
  return `
    SELECT ${columns.join(", ")}
    FROM (SELECT ${looked.join(", ")} FROM ${records})`;
};
