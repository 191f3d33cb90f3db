import type { Header } from "./header.ts";
import type { Preamble } from "./preamble.ts";
import type { Problem } from "./problem.ts";
import type { Values } from "./row.ts";
import type { RawRow } from "./table.ts";

/** What became of one table: a sheet, or a part of one where tables stand one below another. */
export interface Table {
  /** Name of the workbook's sheet; null in a text file. */
  readonly sheet: string | null;
  /** Null where no register was recognised: its rows, if any, are refused. */
  readonly header: Header | null;
  readonly preamble: Preamble;
  readonly read: number;
  readonly refused: number;
}

/** Takes what reading one table gives, in the order of the file. */
export interface Sink {
  /** Called once, before the first row, when the register is known. */
  readonly begin?: (header: Header, preamble: Preamble) => void;
  readonly row: (values: Values, line: number) => void;
  readonly problem: (problem: Problem) => void;
  /** Every row of data as sent (merged cells filled), accepted or not. */
  readonly raw?: (row: RawRow) => void;
  /** An accepted row that mends one refused before: the file and line which the receipt named. */
  readonly mends?: (line: number, file: string, refusedLine: number) => void;
}
