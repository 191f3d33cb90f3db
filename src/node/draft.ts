import { findHeader, type Header, headerDepth } from "../header.ts";
import type { MoneyUnit } from "../money.ts";
import { readPreamble } from "../preamble.ts";
import { knows } from "../read.ts";
import { receiptColumns, surplusColumn } from "../receipt.ts";
import type { Register } from "../register.ts";
import { type Separator, separators } from "../separator.ts";
import { eachRow, type RawRow } from "../table.ts";
import { canonical } from "../text.ts";
import { type Plain, plainOf } from "./plain.ts";
import { type Scan, scan } from "./scan.ts";

/** A text that can be read in bulk: its header is found, its records are certified. Nothing of it is read yet. */
export interface Draft {
  readonly plain: Plain;
  readonly separator: Separator;
  readonly header: Header;
  readonly moneyUnit: MoneyUnit | undefined;
  /** Offset of the first record below the header that the scan begins with; what is above goes row by row. */
  readonly body: number;
  readonly scan: Scan;
}

const newline = 10;
const receipt = new Set([...receiptColumns, surplusColumn].map(canonical));

/** Offset of a physical line, counted from 1. */
const offsetOf = (bytes: Buffer, line: number): number => {
  let at = 0;
  for (let n = 1; n < line; n++) at = bytes.indexOf(newline, at) + 1;
  return at;
};

/** The first lines as text: enough for the rows in which a header is looked for. */
const beginningOf = (bytes: Buffer): string => {
  let end = 0;
  for (let n = 0; n < 2 * headerDepth && end >= 0; n++) end = bytes.indexOf(newline, end + 1);
  return bytes.toString("utf8", 0, end < 0 ? bytes.length : end);
};

/**
 * Looks at a file's beginning and scans the rest.
 * @returns undefined for a file that is not plainly scannable: the JavaScript reader takes it whole
 */
export const draftOf = (file: Uint8Array, registers: readonly Register[]): Draft | undefined => {
  const plain = plainOf(file);
  if (!plain) return undefined;
  const beginning = beginningOf(plain.bytes);
  const fitting = separators.filter((one) => knows(beginning, one, registers));
  const [separator] = fitting;
  if (separator === undefined || fitting.length > 1) return undefined;

  const rows: RawRow[] = [];
  eachRow(beginning, separator, (row) => rows.length < headerDepth && rows.push(row));
  const { header, misfits } = findHeader(rows, registers);
  // Two rows below the header are the reader's own: the first of them may hold units.
  const first = header && rows[header.index + 2];
  if (!header || !first || misfits.length > 0 || rows.some(({ broken }) => broken)) return undefined;
  if (first === rows.at(-1) || header.columns.some((column) => receipt.has(canonical(column.header))))
    return undefined;

  const body = offsetOf(plain.bytes, first.line);
  const scanned = scan(plain.bytes, body, first.line, separator, header.columns.length);
  if (!scanned || scanned.records === 0) return undefined;
  const { moneyUnit } = readPreamble(rows.slice(0, header.first).map(({ cells }) => cells));
  return { plain, separator, header, moneyUnit, body, scan: scanned };
};
