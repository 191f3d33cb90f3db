import { findHeader, type Header, headerAt, headerDepth, type Misfit } from "./header.ts";
import { type Preamble, readPreamble } from "./preamble.ts";
import { type Fault, fault } from "./reason.ts";
import type { Register } from "./register.ts";
import type { Sink, Table } from "./sink.ts";
import { joinedOver } from "./split_row.ts";
import type { RawRow, Sheet } from "./table.ts";
import { ofHeader, ofMisfit, type Taker } from "./taker.ts";

const said = (row: RawRow): number => row.cells.reduce((n, cell) => (cell.trim() === "" ? n : n + 1), 0);

const sameColumns = (a: Header, b: Header): boolean =>
  a.register === b.register &&
  a.columns.length === b.columns.length &&
  a.columns.every(({ field, header }, i) => field === b.columns[i]?.field && header === b.columns[i]?.header);

const cellsOf = (rows: readonly RawRow[]): (readonly string[])[] => rows.map((row) => row.cells);
/** So many rows, each of at most two cells, may stand between two tables as the title and notes of the second. */
const notesBetween = 8;

/**
 * Reads one sheet: the tables in it, one below the other.
 * @param open gives the sink of the next table
 * @returns a fault where the sheet holds no table of any register
 */
export const readSheet = (
  sheet: Sheet,
  registers: readonly Register[],
  open: () => Sink,
): Table[] | Fault => {
  const head: RawRow[] = [];
  const tables: Table[] = [];
  let failed: Fault | undefined;
  let taker: Taker | undefined;
  let above: Preamble = {};
  let waiting: RawRow[] = [];

  const flush = (): void => {
    for (const row of waiting) taker?.refuse(row);
    waiting = [];
  };
  const start = (header: Header, notes: readonly RawRow[]): void => {
    if (taker) tables.push(taker.close());
    const { unread: _, ...kept } = above;
    above = { ...kept, ...readPreamble(cellsOf(notes)) };
    taker = ofHeader(header, above, sheet, open());
  };
  const startMisfit = (misfit: Misfit): void => {
    if (taker) tables.push(taker.close());
    taker = ofMisfit(misfit, sheet, open());
  };
  /** A refused row: the header of a next table, a repeat of this one's, a note that may stand above one, or bad. */
  const consider = (row: RawRow): void => {
    const before = waiting.at(-1);
    const rows = before ? [before, row] : [row];
    const single = headerAt([row], 0, registers);
    const found = single ?? (before && headerAt(rows, 0, registers));
    if (found === undefined) {
      waiting.push(row);
      const short = row.cells.length < (taker?.header?.columns.length ?? 0);
      if ((said(row) > 2 && !short) || waiting.length > notesBetween) flush();
    } else if ("fault" in found) {
      flush();
      startMisfit(found);
    } else {
      const notes = found === single ? waiting : waiting.slice(0, -1);
      waiting = [];
      // A header repeated at the top of each printed page goes on with the same table.
      const again = taker?.header && sameColumns(taker.header, found);
      if (!again || Object.keys(readPreamble(cellsOf(notes))).length > 0) start(found, notes);
    }
  };
  const body = (row: RawRow): void => {
    const before = waiting.at(-1);
    const whole =
      before && taker?.header && !taker.isNote(before)
        ? joinedOver(before, row, taker.header.columns.length)
        : undefined;
    if (whole) {
      waiting.splice(-1, 1, whole);
      flush();
      return;
    }
    if (!taker?.take(row, flush)) consider(row);
  };
  const settle = (): void => {
    const { header, misfits, fault: none } = findHeader(head, registers);
    if (!header) {
      failed = none ?? fault("file.no_header");
      return;
    }
    let from = 0;
    for (const misfit of misfits) {
      startMisfit(misfit);
      const end = misfits.find((m) => m.index > misfit.index)?.index ?? header.first;
      for (const row of head.slice(misfit.index + 1, end)) taker?.refuse(row);
      from = end;
    }
    start(header, head.slice(from, header.first));
    head.slice(header.index + 1).forEach(body);
  };

  sheet.eachRow(
    (row) => {
      if (failed) return;
      if (taker) body(row);
      else {
        head.push(row);
        if (head.length === headerDepth) settle();
      }
    },
    (run) => {
      if (!taker && !failed) settle();
      if (failed) return;
      flush();
      taker?.pass(run);
    },
  );
  if (!taker && !failed) settle();
  flush();
  if (failed) return failed;
  const last = taker as Taker | undefined;
  if (last) tables.push(last.close());
  return tables;
};
