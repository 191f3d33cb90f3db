import { decode, type Encoding } from "./decode.ts";
import { findHeader, type Header, headerDepth } from "./header.ts";
import { type Preamble, readPreamble } from "./preamble.ts";
import type { Problem } from "./problem.ts";
import { type Fault, fault } from "./reason.ts";
import type { Register } from "./register.ts";
import { type Judged, judge, type Values } from "./row.ts";
import { findSeparator, type Separator } from "./separator.ts";
import { eachRow, type RawRow } from "./table.ts";
import { canonical } from "./text.ts";

/** What became of a file: how it was understood, and how many rows were read and refused. */
export interface Outcome {
  readonly encoding: Encoding | null;
  readonly separator: Separator | null;
  readonly header: Header | null;
  readonly preamble: Preamble;
  readonly read: number;
  readonly refused: number;
}

/** Takes what reading gives, in the order of the file. */
export interface Sink {
  /** Called once, before the first row, when the register is known. */
  readonly begin?: (header: Header, preamble: Preamble) => void;
  readonly row: (values: Values, line: number) => void;
  readonly problem: (problem: Problem) => void;
  /** A refused row as sent, with its problems. */
  readonly refused?: (row: RawRow, problems: readonly Problem[]) => void;
}

const total = /^(本页|本月|本季度?|本年|全[市区县])?(小计|合计|总计|累计|共计|subtotal|total)[:：]?$/;
const footer = /^(填表人|制表人|审核人|复核人|经办人|负责人|单位负责人|联系电话|注|说明|备注)[:：]/;

/** Totals and signatures are not data: a total is a checksum, a footer is a note. */
const isData = ({ cells }: RawRow): boolean => {
  const first = canonical(cells.find((cell) => cell.trim() !== "") ?? "");
  return !total.test(first) && !footer.test(first);
};

const fileProblem = (given: Fault, severity: Problem["severity"] = "error"): Problem => ({
  line: null,
  field: null,
  header: null,
  found: null,
  fault: given,
  severity,
});

const untitled = new Set(["", "序号", "备注", "no", "no."]);

const unknownColumns = ({ columns, line }: Header): Problem[] =>
  columns
    .filter(({ field, header }) => field === null && !untitled.has(canonical(header)))
    .map(({ header }) => ({ ...fileProblem(fault("column.unknown", { header }), "warning"), line, header }));

/**
 * Reads one table of text, row by row, in the browser as in Node.
 * @param registers every register the table could be
 */
export const readTable = (
  text: string,
  registers: readonly Register[],
  sink: Sink,
): Omit<Outcome, "encoding"> => {
  const separator = findSeparator(text);
  const head: RawRow[] = [];
  const counts = { read: 0, refused: 0 };
  let header: Header | Fault | undefined;
  let preamble: Preamble = {};
  let judged: (row: RawRow) => Judged = () => ({ values: null, problems: [] });

  const body = (row: RawRow): void => {
    if (!isData(row)) return;
    counts.read += 1;
    const { values, problems } = judged(row);
    for (const problem of problems) sink.problem(problem);
    if (values) sink.row(values, row.line);
    else {
      counts.refused += 1;
      sink.refused?.(row, problems);
    }
  };
  const settle = (): void => {
    header = findHeader(head, registers);
    if ("reason" in header) {
      sink.problem(fileProblem(header));
      return;
    }
    preamble = readPreamble(head.slice(0, header.index).map((row) => row.cells));
    judged = judge(header, preamble.moneyUnit);
    sink.begin?.(header, preamble);
    for (const problem of unknownColumns(header)) sink.problem(problem);
    head.slice(header.index + 1).forEach(body);
  };

  eachRow(text, separator, (row) => {
    if (header) return "reason" in header ? undefined : body(row);
    head.push(row);
    if (head.length === headerDepth) settle();
  });
  if (!header) settle();
  const found = header as Header | Fault | undefined;
  if (!found || "reason" in found) return { separator, header: null, preamble, ...counts };
  if (counts.read === 0) sink.problem(fileProblem(fault("file.no_rows"), "warning"));
  return { separator, header: found, preamble, ...counts };
};

/** Reads a file's bytes. What cannot be decoded ends in one problem of the whole file. */
export const read = (bytes: Uint8Array, registers: readonly Register[], sink: Sink): Outcome => {
  const decoded = decode(bytes);
  if ("reason" in decoded) {
    sink.problem(fileProblem(decoded));
    return { encoding: null, separator: null, header: null, preamble: {}, read: 0, refused: 0 };
  }
  return { encoding: decoded.encoding, ...readTable(decoded.text, registers, sink) };
};
