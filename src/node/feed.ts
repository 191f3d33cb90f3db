import { readSheet } from "../read_sheet.ts";
import type { Register } from "../register.ts";
import type { Sink, Table } from "../sink.ts";
import { eachRow, isEmpty, type RawRow, type Run } from "../table.ts";
import { totalWord } from "../total.ts";
import type { Draft } from "./draft.ts";
import type { Cut, Scan } from "./scan.ts";
import type { Strange } from "./strange.ts";

/** Physical lines of certified records, asked for in ascending order. */
const lines = ({ recs, shifts }: Scan): ((rec: number) => number) => {
  let at = 0;
  return (rec) => {
    while (at + 1 < recs.length && (recs[at + 1] as number) <= rec) at += 1;
    return rec + (shifts[at] as number);
  };
};

/**
 * Certified records that the reader must see although they may be canonical: the first of all, and those right below a
 * lone cell. With what stands above them they may be one row that a line break cut in two.
 */
export const toBeSeen = (scan: Scan): number[] => {
  const lineOf = lines(scan);
  const below = scan.cuts.filter(
    ({ cells, before, line }) => cells === 1 && before < scan.records && lineOf(before) === line + 1,
  );
  return [0, ...below.map(({ before }) => before)];
};

/** The rows above the records that the scan begins with. */
const headOf = ({ plain, separator, body }: Draft, take: (row: RawRow) => void): void =>
  eachRow(plain.bytes.toString("utf8", 0, body), separator, take);

const cutRow = ({ plain, separator }: Draft, cut: Cut): RawRow[] => {
  const rows: RawRow[] = [];
  eachRow(plain.bytes.toString("utf8", cut.start, cut.end), separator, (row) =>
    rows.push({ ...row, line: cut.line + row.line - 1 }),
  );
  return rows;
};

/** What the reader sees of a file, in order: rows to judge, and between them the numbers of the canonical records. */
type Step = RawRow | { readonly from: number; readonly to: number };

function* steps(draft: Draft, strange: readonly Strange[]): Iterable<Step> {
  const { cuts, records } = draft.scan;
  const lineOf = lines(draft.scan);
  let next = 0;
  let cut = 0;
  const run = function* (to: number): Iterable<Step> {
    if (to > next) yield { from: next, to };
    next = to;
  };
  for (const { rec, cells } of [...strange, { rec: records, cells: [] }]) {
    for (; cut < cuts.length && (cuts[cut] as Cut).before <= rec; cut++) {
      const one = cuts[cut] as Cut;
      yield* run(one.before);
      yield* cutRow(draft, one);
    }
    yield* run(rec);
    if (rec === records) return;
    if (!isEmpty(cells)) yield { cells, line: lineOf(rec) };
    next = rec + 1;
  }
}

/**
 * True where no blank of a file can be the lower part of a merged cell: no column that is filled down has two of them.
 * A canonical record has none, so the others tell.
 */
export const hasNoBlanks = (draft: Draft, strange: readonly Strange[]): boolean => {
  const filled = draft.header.columns.flatMap(({ field }, at) => {
    const contract = field === null ? undefined : draft.header.register.fields[field];
    return contract?.fillDown && !contract.optional ? [at] : [];
  });
  if (filled.length === 0) return true;
  const blanks = filled.map(() => 0);
  const look = ({ cells }: RawRow): void =>
    filled.forEach((at, i) => {
      if ((cells[at] ?? "").trim() === "") blanks[i] = (blanks[i] as number) + 1;
    });
  headOf(draft, look);
  for (const step of steps(draft, strange)) if ("cells" in step) look(step);
  return blanks.every((n) => n < 2);
};

/** Numbers of the certified records at which a total stands, ascending: sums are wanted between them. */
export const totalsAmong = (draft: Draft, strange: readonly Strange[]): number[] => {
  const bounds = new Set<number>();
  for (const { rec, cells } of strange) if (totalWord({ cells, line: 0 }) !== undefined) bounds.add(rec);
  for (const cut of draft.scan.cuts)
    if (cutRow(draft, cut).some((row) => totalWord(row) !== undefined)) bounds.add(cut.before);
  return [...bounds].sort((a, b) => a - b);
};

/**
 * Lets the reader go through a drafted file: what stands above the records, the strange ones among them, and only the
 * number of the others.
 * @param strange records that are not canonical, ascending
 * @param sums what the canonical records add up to between the totals
 * @returns the one table; undefined where the reader saw another header, or a second table: it must read the whole file
 */
export const feed = (
  draft: Draft,
  strange: readonly Strange[],
  bounds: readonly number[],
  sums: readonly ReadonlyMap<string, bigint>[],
  registers: readonly Register[],
  open: () => Sink,
): Table | undefined => {
  const { scan, header, moneyUnit } = draft;
  const left = [...sums];
  let part = 0;
  const runOf = ({ from, to }: { from: number; to: number }): Run => {
    while (part < bounds.length && from >= (bounds[part] as number)) part += 1;
    const own = left[part] ?? new Map<string, bigint>();
    left[part] = new Map();
    return { rows: to - from, sums: own };
  };
  const read = readSheet(
    {
      name: null,
      trimmed: () => scan.trimmed(),
      merged: new Set(),
      eachRow: (take, pass) => {
        headOf(draft, take);
        for (const step of steps(draft, strange)) {
          if ("cells" in step) take(step);
          else pass?.(runOf(step));
        }
      },
    },
    registers,
    open,
  );
  if ("reason" in read) return undefined;
  const [table] = read;
  const same =
    table?.header?.line === header.line &&
    table.header.register === header.register &&
    table.preamble.moneyUnit === moneyUnit &&
    JSON.stringify(table.header.columns) === JSON.stringify(header.columns);
  return same && read.length === 1 ? table : undefined;
};
