import type { Words } from "../../words.ts";

/** Cells of a row as canonical text: ISO days, exact decimals, true/false; null is empty. */
export type Row = readonly (string | null)[];

/** What a column's cells are: DuckDB's, Arrow's, Frictionless' and CSVW's types follow from it. */
export type Kind =
  | { readonly is: "text" | "whole" | "day" | "yesNo" }
  | { readonly is: "decimal"; readonly precision: number; readonly scale: number };

/** A column of a table that is handed on. */
export interface Column {
  readonly name: string;
  readonly words: Words;
  readonly kind: Kind;
  /** Counting word of every cell, where all have the same. */
  readonly unit?: Words;
  /** Never empty. */
  readonly required?: true;
  /** The only values it has. */
  readonly among?: readonly string[];
  /** How a spreadsheet shows a number, where that depends on the row: an Excel number format. */
  readonly shownAs?: (row: Row) => string;
}

/** A table that is handed on, whatever the format. */
export interface Table {
  /** Name of its file and of the resource, e.g. `visits.visit_log`. */
  readonly name: string;
  readonly words: Words;
  readonly columns: readonly Column[];
  /** Columns that together name one row. */
  readonly key?: readonly string[];
  /** Its column → the table and column that it points to. */
  readonly refers?: Readonly<Record<string, readonly [table: string, column: string]>>;
  /** The rows, some at a time, in an order that is always the same. */
  readonly rows: () => AsyncIterable<readonly Row[]>;
}

/** Writes tables into a folder, one after another. */
export interface Writer {
  /** File that a table is written to, relative to the folder. */
  readonly fileOf: (table: Table) => string;
  /** The sheet that holds it, where the file has several. */
  readonly sheetOf?: (table: Table) => string;
  readonly write: (table: Table) => Promise<void>;
  /** After the last table, or where one could not be written: then nothing more is. */
  readonly close: (whole: boolean) => Promise<void>;
}

export const text: Kind = { is: "text" };
export const whole: Kind = { is: "whole" };
export const day: Kind = { is: "day" };
export const yesNo: Kind = { is: "yesNo" };
/** Wide enough for what the engine measures: money to the fen, quotients to six decimals. */
export const exact: Kind = { is: "decimal", precision: 38, scale: 6 };

/** Rows that are at hand already, as a table gives them. */
export const atHand = (rows: readonly Row[]): Table["rows"] =>
  async function* () {
    yield rows;
  };
