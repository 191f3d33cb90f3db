import { closeSync, openSync, rmSync, writevSync } from "node:fs";
import path from "node:path";
import type { Draft } from "./draft.ts";
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
const readCsv = (file: string, separator: string, width: number): string => {
  const columns = Array.from({ length: width }, (_, at) => `'_${at}': 'VARCHAR'`).join(", ");
  return `read_csv(${literal(file)}, columns = {${columns}}, delim = ${literal(separator)}, quote = '"', escape = '"',
    header = false, auto_detect = false, new_line = '\\n', nullstr = '', compression = 'none',
    hive_partitioning = false, max_line_size = 2097152, strict_mode = true, null_padding = false)`;
};

/**
 * Makes a temporary table of the drafts' certified records: columns `_0`, `_1` …, all text, empty ones NULL, in order.
 * @param drafts at least one, all under the same header
 * @param folder where DuckDB may read; the records lie there no longer than this takes
 */
export const readRecords = async (
  warehouse: Warehouse,
  drafts: readonly Draft[],
  folder: string,
  table: string,
): Promise<void> => {
  const [{ separator, header }] = drafts as [Draft];
  const file = path.join(folder, `${table}.csv`);
  try {
    writeRecords(drafts, file);
    await warehouse.run(
      `CREATE TEMP TABLE ${table} AS SELECT * FROM ${readCsv(file, separator, header.columns.length)}`,
    );
  } finally {
    rmSync(file, { force: true });
  }
};
