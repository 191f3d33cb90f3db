import { rmSync } from "node:fs";
import { Failure } from "./failure.ts";
import { shortage } from "./shortage.ts";
import type { Warehouse } from "./warehouse.ts";
import { lastRunFile, warehouseFile } from "./warehouse_file.ts";

/**
 * What is said of a damaged warehouse. What the last run wrote down goes: it would take the file for the one it made,
 * and the next run would let it stand.
 */
export const damaged = (out: string): Failure => {
  const file = warehouseFile(out);
  let how = "";
  try {
    rmSync(lastRunFile(out), { force: true });
  } catch {
    how = " -- --fresh";
  }
  return new Failure(
    `${file} 已损坏，请运行 npm run ingest${how} 从 data/ 重建`,
    `${file} is damaged; npm run ingest${how} makes it anew from data/`,
  );
};

/** DuckDB finds out about most of a file's blocks when they are read. */
const tellsOfDamage = ({ message }: Error): boolean =>
  /^IO Error: .*(?:corrupt|checksum|could not read)|^(?:Serialization|FATAL) Error/i.test(message) &&
  shortage(message) === undefined;

/** The same warehouse, which says so where it turns out to be damaged while it is read. */
export const watched = (warehouse: Warehouse, out: string): Warehouse => {
  const told = (error: unknown): unknown => (tellsOfDamage(error as Error) ? damaged(out) : error);
  const watch =
    <T>(ask: (sql: string) => Promise<T>) =>
    async (sql: string): Promise<T> => {
      try {
        return await ask(sql);
      } catch (error) {
        throw told(error);
      }
    };
  return {
    ...warehouse,
    run: watch(warehouse.run),
    rows: watch(warehouse.rows),
    chunks: async function* (sql) {
      try {
        yield* warehouse.chunks(sql);
      } catch (error) {
        throw told(error);
      }
    },
  };
};
