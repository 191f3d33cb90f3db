import { Filler, mergedColumns } from "./fill_down.ts";
import { findHeader, type Header, headerAt, headerDepth, type Misfit } from "./header.ts";
import { type Preamble, readPreamble } from "./preamble.ts";
import { type Problem, quoted } from "./problem.ts";
import { type Fault, fault } from "./reason.ts";
import { receiptColumns } from "./receipt.ts";
import type { Register } from "./register.ts";
import { judge } from "./row.ts";
import type { Sink, Table } from "./sink.ts";
import type { RawRow, Sheet } from "./table.ts";
import { canonical } from "./text.ts";
import { Checksum, totalWord } from "./total.ts";
import { isUntitled } from "./untitled.ts";

const signature =
  "填表人|填报人|制表人|审核人|复核人|审批人|经办人|负责人|单位负责人|分管领导|联系人|联系电话|联系方式|填表日期|填报日期|制表日期|报送日期|制表单位|填表说明|数据来源";
const footer = new RegExp(`^(?:(?:${signature})[:：]|(?:注|说明|备注|附注|填表说明)\\d*[:：.、])`);

const isFooter = (row: RawRow): boolean => {
  const first = row.cells.find((cell) => cell.trim() !== "") ?? "";
  return first.length > 2 && /[:：.、]/.test(first) && footer.test(canonical(first));
};

const said = (row: RawRow): number => row.cells.reduce((n, cell) => (cell.trim() === "" ? n : n + 1), 0);

/** A problem of a whole table, or of one of its rows. */
export const remark = (
  given: Fault,
  severity: Problem["severity"] = "error",
  line: number | null = null,
): Problem => ({ line, field: null, header: null, found: null, fault: given, severity });

const unknownColumns = ({ columns, line }: Header): Problem[] =>
  columns
    .filter(({ field, header }) => field === null && !isUntitled(header))
    .map(({ header }) => ({ ...remark(fault("column.unknown", { header }), "warning", line), header }));

/** Takes the rows below one header. */
interface Taker {
  /**
   * @param before called before the row is counted
   * @returns false where the row is not sound: it may be the header of a next table, or a note above one
   */
  readonly take: (row: RawRow, before: () => void) => boolean;
  /** A heading or a note: words in the first cell alone. */
  readonly isNote: (row: RawRow) => boolean;
  /** Null for the rows under a misfit. */
  readonly header: Header | null;
  readonly refuse: (row: RawRow) => void;
  readonly close: () => Table;
}

const ofHeader = (header: Header, preamble: Preamble, sheet: Sheet, sink: Sink): Taker => {
  const { register, columns } = header;
  const judged = judge(header, preamble.moneyUnit, sheet.trimmed(columns.length));
  const filler = new Filler(header, mergedColumns(header, sheet.eachRow));
  const checksum = new Checksum(header);
  const counts = { read: 0, refused: 0 };
  const place = (name: string): number => columns.findIndex((c) => canonical(c.header) === name);
  const [fileAt, lineAt] = [place(receiptColumns[0]), place(receiptColumns[1])];
  const unnamed = new Set(columns.flatMap(({ field }, at) => (field === null ? [at] : [])));
  const firstField = columns[0]?.field ? register.fields[columns[0].field] : undefined;

  sink.begin?.(header, preamble);
  for (const problem of unknownColumns(header)) sink.problem(problem);

  /** 序号 filled in beforehand, nothing beside it. */
  const isNumberedBlank = (row: RawRow): boolean =>
    unnamed.size > 0 && row.cells.every((cell, at) => cell.trim() === "" || unnamed.has(at));
  /** Words in the first cell alone, which cannot be that column's value: a heading or a note. */
  const isNote = ({ cells, broken }: RawRow): boolean => {
    const first = cells[0] ?? "";
    return (
      !broken &&
      columns.length > 2 &&
      /\p{Script=Han}.*\p{Script=Han}/su.test(first) &&
      cells.every((cell, at) => at === 0 || cell.trim() === "") &&
      (firstField === undefined || (firstField.kind !== "text" && !firstField.type.safeParse(first).success))
    );
  };
  const count = (row: RawRow, final: boolean, before: () => void): boolean => {
    const { row: whole, filled, problems: stops } = filler.fill(row);
    const { values, problems, legible } = judged(whole);
    const stopped = stops.length > 0;
    if ((values === null || stopped) && !final) return false;
    before();
    filler.keep(row, filled);
    counts.read += 1;
    sink.raw?.(whole);
    checksum.add(legible);
    // A merged cell is told as such, not as an empty one.
    const others = stopped ? problems.filter((p) => !stops.some((s) => s.field === p.field)) : problems;
    for (const problem of [...stops, ...others]) sink.problem(problem);
    if (values && !stopped) {
      sink.row(values, row.line);
      const refusedLine = Number(whole.cells[lineAt]);
      if (fileAt >= 0 && lineAt >= 0 && Number.isInteger(refusedLine))
        sink.mends?.(row.line, (whole.cells[fileAt] ?? "").trim(), refusedLine);
    } else counts.refused += 1;
    return true;
  };
  return {
    header,
    isNote,
    take: (row, before) => {
      const word = totalWord(row);
      if (word !== undefined) {
        before();
        filler.clear();
        for (const problem of checksum.compare(word, row, header, (r) => judged(r).legible ?? []))
          sink.problem(problem);
        return true;
      }
      if (isFooter(row) || isNumberedBlank(row)) return true;
      return count(row, false, before);
    },
    refuse: (row) => {
      if (isNote(row)) {
        filler.clear();
        sink.problem(remark(fault("row.note", { found: quoted(row.cells[0] ?? "") }), "warning", row.line));
      } else count(row, true, () => {});
    },
    close: () => {
      for (const problem of filler.remarks()) sink.problem(problem);
      if (counts.read === 0) sink.problem(remark(fault("file.no_rows"), "warning"));
      return { sheet: sheet.name, header, preamble, ...counts };
    },
  };
};

/** Rows under a header that lacks a column: each is refused, and one sentence says why. */
const ofMisfit = ({ line, fault: given }: Misfit, sheet: Sheet, sink: Sink): Taker => {
  let rows = 0;
  const problem = { ...remark(given), line };
  const refuse = (row: RawRow): void => {
    if (totalWord(row) !== undefined || isFooter(row)) return;
    rows += 1;
    sink.raw?.(row);
  };
  sink.problem(problem);
  return {
    header: null,
    isNote: () => false,
    // Every row may be the header of a next table.
    take: () => false,
    refuse,
    close: () => ({ sheet: sheet.name, header: null, preamble: {}, read: rows, refused: rows }),
  };
};

const sameColumns = (a: Header, b: Header): boolean =>
  a.register === b.register &&
  a.columns.length === b.columns.length &&
  a.columns.every(({ field, header }, i) => field === b.columns[i]?.field && header === b.columns[i]?.header);

const cellsOf = (rows: readonly RawRow[]): (readonly string[])[] => rows.map((row) => row.cells);
/**
 * Two rows that make one of the right width: a line break without quotation marks cut it in two. It is refused as one
 * row, for where the cell was cut is a guess; the lower half may look like a row of its own.
 */
const joinedOver = (upper: RawRow, lower: RawRow, width: number): RawRow | undefined => {
  const [above, below] = [upper.cells, lower.cells];
  if (upper.broken || lower.broken || upper.line + 1 !== lower.line) return undefined;
  if (above.length + below.length - 1 !== width || above.length >= width) return undefined;
  const cells = [...above.slice(0, -1), `${above.at(-1)}\n${below[0]}`, ...below.slice(1)];
  return { cells, line: upper.line, broken: "split" };
};

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
    above = { ...above, ...readPreamble(cellsOf(notes)) };
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

  sheet.eachRow((row) => {
    if (failed) return;
    if (taker) body(row);
    else {
      head.push(row);
      if (head.length === headerDepth) settle();
    }
  });
  if (!taker && !failed) settle();
  flush();
  if (failed) return failed;
  const last = taker as Taker | undefined;
  if (last) tables.push(last.close());
  return tables;
};
