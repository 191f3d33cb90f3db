import path from "node:path";
import { DuckDBDataChunk, VARCHAR } from "@duckdb/node-api";
import { literal, name } from "../sql.ts";
import { openInMemory } from "../warehouse.ts";
import type { Column, Kind, Table, Writer } from "./table.ts";

/** DuckDB's vector size: rows handed over at once. */
const size = 2048;

const typeOf = (kind: Kind): string =>
  kind.is === "decimal"
    ? `DECIMAL(${kind.precision},${kind.scale})`
    : { text: "VARCHAR", whole: "BIGINT", day: "DATE", yesNo: "BOOLEAN" }[kind.is];

const cast = ({ name: id, kind }: Column, i: number): string =>
  `CAST(c${i} AS ${typeOf(kind)}) AS ${name(id)}`;

/**
 * Parquet, written by DuckDB: decimals stay decimals, days days, codes text. A database of its own, in memory, may write
 * into the folder and nowhere else.
 */
export const parquetWriter = async (folder: string): Promise<Writer> => {
  const connection = await openInMemory([`${path.resolve(folder)}/`], folder);
  const fileOf = (table: Table): string => `${table.name}.parquet`;
  return {
    fileOf,
    write: async (table) => {
      await connection.run(`CREATE TABLE given (${table.columns.map((_, i) => `c${i} VARCHAR`).join(", ")})`);
      const appender = await connection.createAppender("given");
      for await (const rows of table.rows())
        for (let at = 0; at < rows.length; at += size) {
          const some = rows.slice(at, at + size);
          const chunk = DuckDBDataChunk.create(
            table.columns.map(() => VARCHAR),
            some.length,
          );
          chunk.setRows(some as (string | null)[][]);
          appender.appendDataChunk(chunk);
        }
      appender.closeSync();
      await connection.run(
        `COPY (SELECT ${table.columns.map(cast).join(", ")} FROM given)
         TO ${literal(path.resolve(folder, fileOf(table)))} (FORMAT parquet, COMPRESSION zstd)`,
      );
      await connection.run("DROP TABLE given");
    },
    close: async () => {
      connection[Symbol.dispose]();
    },
  };
};
