import type { RawRow } from "../table.ts";
import type { Warehouse } from "./warehouse.ts";

/**
 * Sound rows of one table that wait in DuckDB, in their order, and are settled set-wise; those that ask for more are
 * moved to the register's staging table.
 */
export interface SetWise {
  /** The table in the ledger: its number and its path. */
  readonly file: number;
  readonly path: string;
  /** True where so much was moved that the others no longer come in the order of their lines by themselves. */
  readonly isSifted: boolean;
  /** Fields whose values are known to be few. */
  readonly listed: ReadonlySet<string>;
  /** SQL of the rows: `_rec`, which tells them apart, and the register's fields as canonical texts. */
  readonly rows: string;
  /** SQL of the rows as they wait in a staging table: `_rec`, `_file`, `_line`, the fields. */
  readonly staged: string;
  /** SQL of the distinct values of some fields. */
  readonly distinct: (fields: readonly string[]) => string;
  /** SQL of the rows and others of the same file, with `_line`, each in its place: `_line`, then the fields. */
  readonly merged: (others: string) => string;
  /** @param chosen SQL that gives the rows to move, of the rows it is handed */
  readonly move: (into: string, chosen: (rows: string) => string) => Promise<void>;
  /** Rows at these physical lines, as sent. */
  readonly at: (lines: readonly number[]) => Promise<RawRow[]>;
  readonly drop: () => Promise<void>;
}

/** Lines of the first and the last row that wait; undefined where there are none. */
export const spanOf = async (
  warehouse: Warehouse,
  { staged }: SetWise,
): Promise<{ first: string; last: string } | undefined> => {
  const [row] = await warehouse.rows(`SELECT min(_line) AS first, max(_line) AS last FROM (${staged})`);
  return row?.first == null ? undefined : { first: row.first, last: row.last ?? row.first };
};
