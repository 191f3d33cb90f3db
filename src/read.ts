import { decode, type Encoding, isWorkbook } from "./decode.ts";
import { findHeader, headerDepth } from "./header.ts";
import { readSheet } from "./read_sheet.ts";
import { type Fault, fault } from "./reason.ts";
import type { Register } from "./register.ts";
import { remark } from "./remark.ts";
import { type Evidence, type Separator, weighSeparators } from "./separator.ts";
import type { Sink, Table } from "./sink.ts";
import { eachRow, type RawRow, type Sheet } from "./table.ts";
import type { OpenWorkbook, Workbook } from "./workbook.ts";

/** What became of a file: how it was understood, and each of its tables. */
export interface Outcome {
  readonly encoding: Encoding | "xlsx" | null;
  /** What decided the encoding: a byte order mark, or that every byte fits. */
  readonly by: "bom" | "bytes" | null;
  readonly separator: Separator | null;
  /** At least one; the n-th belongs to the n-th sink that was asked for. */
  readonly tables: readonly Table[];
}

const nothing = (sheet: string | null): Table => ({ sheet, header: null, preamble: {}, read: 0, refused: 0 });

const refusedWhole = (given: Fault, open: () => Sink, sheet: string | null = null): Table => {
  open().problem(remark(given));
  return nothing(sheet);
};

/** Enough of a text for the rows in which a header is looked for. */
export const headOf = (text: string): string => {
  let end = 0;
  for (let line = 0; line < 2 * headerDepth && end >= 0; line++) end = text.indexOf("\n", end + 1);
  return end < 0 ? text : text.slice(0, end);
};

/** True where a register's header is found in the first rows of a text under this separator. */
export const knows = (text: string, separator: Separator, registers: readonly Register[]): boolean => {
  const rows: RawRow[] = [];
  eachRow(headOf(text), separator, (row) => rows.length < headerDepth && rows.push(row));
  return findHeader(rows, registers).header !== undefined;
};

/** The separator under which a register's header is found; where none does that, the one that splits most alike. */
const separatorOf = (text: string, registers: readonly Register[]): Evidence => {
  const weighed = weighSeparators(text);
  const fitting = weighed.filter(({ agreeing }) => agreeing > 0);
  return fitting.find(({ separator }) => knows(text, separator, registers)) ?? (weighed[0] as Evidence);
};

const readText = (
  text: string,
  registers: readonly Register[],
  open: () => Sink,
): Pick<Outcome, "separator" | "tables"> => {
  const { separator, trimmed } = separatorOf(text, registers);
  const sheet: Sheet = { name: null, trimmed, eachRow: (take) => eachRow(text, separator, take) };
  const read = readSheet(sheet, registers, open);
  return { separator, tables: "reason" in read ? [refusedWhole(read, open)] : read };
};

/** Why no sheet of a workbook is a register. */
const nothingIn = ({ sheets, hidden }: Workbook) => {
  if (sheets.length > 0) return "file.no_header";
  return hidden.length > 0 ? "workbook.hidden" : "file.empty";
};

const readWorkbook = (
  bytes: Uint8Array,
  registers: readonly Register[],
  open: () => Sink,
  openWorkbook: OpenWorkbook,
): Outcome => {
  const workbook = openWorkbook(bytes);
  const whole = { encoding: "xlsx", by: "bytes", separator: null } as const;
  if ("reason" in workbook) return { ...whole, tables: [refusedWhole(workbook, open)] };
  const sinks: Sink[] = [];
  const asked = (): Sink => {
    const sink = open();
    sinks.push(sink);
    return sink;
  };
  const tables: Table[] = [];
  const beside: Fault[] = workbook.hidden.map((sheet) => fault("sheet.hidden", { sheet }));
  for (const sheet of workbook.sheets) {
    const read = readSheet(sheet, registers, asked);
    if (!("reason" in read)) tables.push(...read);
    else if (read.reason === "file.no_header")
      beside.push(fault("sheet.no_register", { sheet: sheet.name ?? "" }));
    else tables.push(refusedWhole(read, asked, sheet.name));
  }
  if (tables.length === 0) tables.push(refusedWhole(fault(nothingIn(workbook)), asked));
  for (const given of beside) sinks[0]?.problem(remark(given, "warning"));
  return { ...whole, tables };
};

/**
 * Reads a file's bytes, in the browser as in Node. What cannot be read at all ends in one problem of the whole file.
 * @param registers every register a table could be
 * @param open gives the sink of the next table
 */
export const read = (
  bytes: Uint8Array,
  registers: readonly Register[],
  open: () => Sink,
  openWorkbook: OpenWorkbook,
): Outcome => {
  if (isWorkbook(bytes)) return readWorkbook(bytes, registers, open, openWorkbook);
  const decoded = decode(bytes);
  if ("reason" in decoded)
    return { encoding: null, by: null, separator: null, tables: [refusedWhole(decoded, open)] };
  return { encoding: decoded.encoding, by: decoded.by, ...readText(decoded.text, registers, open) };
};
