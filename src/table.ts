import Papa from "papaparse";
import { findBreaks } from "./quotes.ts";
import type { Separator } from "./separator.ts";

/** One row of a table as written, and the physical line it begins on. */
export interface RawRow {
  readonly cells: readonly string[];
  readonly line: number;
  /** The cells cannot be told apart: unpaired quotation marks, no end to them, or a line break in their midst. */
  readonly broken?: "quotes" | "long" | "split";
  /** Blank cells that lie inside a merged one: column → what the merged cell says. Workbooks alone can tell. */
  readonly merged?: ReadonlyMap<number, string>;
}

/** Sound rows that stand one below another and were taken elsewhere. */
export interface Run {
  readonly rows: number;
  /** What they add up to, field by field: money in fen, counts as they are. */
  readonly sums: ReadonlyMap<string, bigint>;
}

/** The rows of one table-like thing: a text file, or one sheet of a workbook. Blank rows are left out. */
export interface Sheet {
  /** Null for a text file. */
  readonly name: string | null;
  /** Cells left out at the ends of rows are empty ones, not lost ones, under a header of so many cells. */
  readonly trimmed: (width: number) => boolean;
  /** @param pass told of rows that need not be looked at one by one; most sheets have none */
  readonly eachRow: (take: (row: RawRow) => void, pass?: (run: Run) => void) => void;
  /** Columns known to hold the lower parts of merged cells; where it is missing, they are looked for. */
  readonly merged?: ReadonlySet<number>;
}

const lineBreaks = (text: string): number => {
  let breaks = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) breaks++;
  return breaks;
};

export const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === "");

/** Characters parsed at a time: the cells of a batch live only as long as its rows are read. */
const batch = 1 << 20;

const parse = (text: string, delimiter: Separator, give: (cells: string[]) => void): void => {
  const config = {
    delimiter,
    newline: "\n",
    chunkSize: batch,
    chunk: ({ data }: { data: string[][] }) => data.forEach(give),
  };
  // The type declares chunk for files only; papaparse takes it for strings as well.
  Papa.parse(text, config as unknown as Papa.ParseWorkerConfig<string[]>);
};

/**
 * Splits text (line ends LF) into rows and hands each over in order; blank lines are left out.
 * Lines are physical ones, also below cells that hold line breaks.
 */
export const eachRow = (text: string, separator: Separator, take: (row: RawRow) => void): void => {
  let line = 1;
  const give = (cells: string[]): void => {
    const at = line;
    line += 1;
    for (const cell of cells) line += lineBreaks(cell);
    if (!isEmpty(cells)) take({ cells, line: at });
  };
  const sound = (part: string): void => {
    if (part !== "") parse(part.endsWith("\n") ? part.slice(0, -1) : part, separator, give);
  };
  let done = 0;
  for (const { start, end, why } of findBreaks(text, separator)) {
    sound(text.slice(done, start));
    const broken = text.slice(start, text[end - 1] === "\n" ? end - 1 : end);
    const cells = why === "long" ? [broken.slice(0, 100)] : broken.split(separator);
    take({ cells, line, broken: why });
    line += 1 + lineBreaks(broken);
    done = end;
  }
  sound(text.slice(done));
};
