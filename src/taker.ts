import { Filler, mergedColumns } from "./fill_down.ts";
import { isFooter } from "./footer.ts";
import type { Header, Misfit } from "./header.ts";
import type { Preamble } from "./preamble.ts";
import { type Problem, quoted } from "./problem.ts";
import { fault } from "./reason.ts";
import { receiptColumns } from "./receipt.ts";
import { remark } from "./remark.ts";
import { judge } from "./row.ts";
import type { Sink, Table } from "./sink.ts";
import type { RawRow, Run, Sheet } from "./table.ts";
import { canonical } from "./text.ts";
import { Checksum, totalWord } from "./total.ts";
import { isUntitled } from "./untitled.ts";

/** Takes the rows below one header. */
export interface Taker {
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
  /** Counts rows that are known to be sound and were taken elsewhere. */
  readonly pass: (run: Run) => void;
  readonly close: () => Table;
}

const unknownColumns = ({ columns, line }: Header): Problem[] =>
  columns
    .filter(({ field, header }) => field === null && !isUntitled(header))
    .map(({ header }) => ({ ...remark(fault("column.unknown", { header }), "warning", line), header }));

/** The rows below a header that was found. */
export const ofHeader = (header: Header, preamble: Preamble, sheet: Sheet, sink: Sink): Taker => {
  const { register, columns } = header;
  const judged = judge(header, preamble.moneyUnit, sheet.trimmed(columns.length));
  const filler = new Filler(header, sheet.merged ?? mergedColumns(header, sheet.eachRow));
  const checksum = new Checksum(header);
  const counts = { read: 0, refused: 0 };
  const place = (name: string): number => columns.findIndex((c) => canonical(c.header) === name);
  const [fileAt, lineAt] = [place(receiptColumns[0]), place(receiptColumns[1])];
  const unnamed = new Set(columns.flatMap(({ field }, at) => (field === null ? [at] : [])));
  const required = columns.flatMap(({ field }, at) =>
    field !== null && !register.fields[field]?.optional ? [at] : [],
  );
  const firstField = columns[0]?.field ? register.fields[columns[0].field] : undefined;

  sink.begin?.(header, preamble);
  for (const given of preamble.unread ?? []) sink.problem(remark(given, "warning"));
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
      if (isFooter(row, required) || isNumberedBlank(row)) return true;
      return count(row, false, before);
    },
    refuse: (row) => {
      if (isNote(row)) {
        filler.clear();
        sink.problem(remark(fault("row.note", { found: quoted(row.cells[0] ?? "") }), "warning", row.line));
      } else count(row, true, () => {});
    },
    pass: (run) => {
      counts.read += run.rows;
      checksum.pass(run);
    },
    close: () => {
      for (const problem of filler.remarks()) sink.problem(problem);
      if (counts.read === 0) sink.problem(remark(fault("file.no_rows"), "warning"));
      return { sheet: sheet.name, header, preamble, ...counts };
    },
  };
};

/** Rows under a header that lacks a column: each is refused, and one sentence says why. */
export const ofMisfit = ({ line, fault: given }: Misfit, sheet: Sheet, sink: Sink): Taker => {
  let rows = 0;
  const problem = { ...remark(given), line };
  const refuse = (row: RawRow): void => {
    if (totalWord(row) !== undefined || isFooter(row, [...row.cells.keys()])) return;
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
    pass: () => {
      throw new Error("rows below a header that lacks a column are never sound");
    },
    close: () => ({ sheet: sheet.name, header: null, preamble: {}, read: rows, refused: rows }),
  };
};
