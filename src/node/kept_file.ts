import type { Header } from "../header.ts";
import type { Problem } from "../problem.ts";
import { type Outcome, read } from "../read.ts";
import type { Register } from "../register.ts";
import type { Table } from "../sink.ts";
import type { RawRow } from "../table.ts";
import { openWorkbook } from "../workbook.ts";
import { type ForgottenList, whoIsMeant } from "./forgotten.ts";
import { problemsTell, rowsTell } from "./forgotten_rows.ts";
import type { Staged } from "./staged_rows.ts";
import type { Warehouse } from "./warehouse.ts";

/** What reading left of one table, besides its sound rows. */
export interface Traces {
  readonly problems: readonly Problem[];
  /** Lines of rows that mend one refused before, with the file and line that the receipt named. */
  readonly mended: readonly (readonly [number, string, number])[];
  /** Rows that were refused, as sent. */
  readonly sent: ReadonlyMap<number, RawRow>;
}

/** A table as it was read, to be kept. */
export interface Kept extends Traces {
  readonly table: Table;
  /** SQL of its sound rows in order: `_line`, then the fields; null where it is no register's. */
  readonly rows: string | null;
  /** Fields whose values are few. */
  readonly listed: Iterable<string>;
}

/** A table as it was kept. */
export interface Found extends Traces {
  readonly table: Table;
  readonly staged: Staged | undefined;
}

/** A table as it is written down. */
export interface ToldTable extends Omit<Table, "header"> {
  readonly header: (Omit<Header, "register"> & { readonly register: string }) | null;
  readonly contract: string | null;
  readonly parquet: string | null;
  readonly listed: readonly string[];
  readonly problems: readonly Problem[];
  readonly mended: Traces["mended"];
  readonly sent: readonly Pick<RawRow, "line" | "cells">[];
}

/** A file as it is written down. */
export interface Told extends Pick<Outcome, "encoding" | "by" | "separator"> {
  /** The hash of the file's bytes. */
  readonly of: string;
  readonly key: string;
  readonly tables: readonly ToldTable[];
}

/** Whether a table tells of somebody on the list, in its sound rows, in those refused, or in what was wrong with them. */
export const tells = async (
  warehouse: Warehouse,
  list: ForgottenList,
  registers: readonly Register[],
  { table: { header }, rows, problems, sent }: Kept,
): Promise<boolean> => {
  if (list.persons.length === 0) return false;
  if (problemsTell(list, problems)) return true;
  if (!header || rows === null) return false;
  return (
    [...sent.values()].some(({ cells }) => whoIsMeant(list, registers, header, cells) !== undefined) ||
    rowsTell(warehouse, list, registers, header.register, rows)
  );
};

/** Rows of a file's n-th table as sent, at these physical lines. */
export const rowsOf = (
  bytes: Uint8Array,
  registers: readonly Register[],
  at: number,
  lines: ReadonlySet<number>,
): RawRow[] => {
  const found: RawRow[] = [];
  let next = 0;
  const open = () => {
    const isIt = next++ === at;
    const raw = (row: RawRow): void => {
      if (isIt && lines.has(row.line)) found.push(row);
    };
    return { row: () => {}, problem: () => {}, raw };
  };
  read(bytes, registers, open, openWorkbook);
  return found;
};
