import { DuckDBDataChunk, type DuckDBType } from "@duckdb/node-api";
import type { Warehouse } from "./warehouse.ts";

/** DuckDB's vector size: rows handed over at once. */
export const vector = 2048;

export type Value = string | number | bigint | null;

/** Appends rows to a table, column-wise, a vector at a time. @param schema `temp` for a temporary table */
export const append = async (
  { connection }: Warehouse,
  schema: string,
  table: string,
  types: readonly DuckDBType[],
  rows: readonly (readonly Value[])[],
): Promise<void> => {
  const appender =
    schema === "temp"
      ? await connection.createAppender(table, "main", "temp")
      : await connection.createAppender(table, schema);
  for (let at = 0; at < rows.length; at += vector) {
    const part = rows.slice(at, at + vector);
    const chunk = DuckDBDataChunk.create(types, part.length);
    chunk.setColumns(types.map((_, i) => part.map((row) => row[i] ?? null)));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
};
