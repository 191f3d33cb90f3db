import type { Outcome } from "../read.ts";
import type { Register } from "../register.ts";
import type { Sink } from "../sink.ts";
import type { RawRow } from "../table.ts";
import { Bulk } from "./bulk.ts";
import { sumsIn } from "./bulk_sums.ts";
import { type Draft, draftOf } from "./draft.ts";
import { feed, hasNoBlanks, toBeSeen, totalsAmong } from "./feed.ts";
import { judge } from "./judge.ts";
import { repeatsIn } from "./repeats.ts";
import { strangeIn } from "./strange.ts";
import type { Warehouse } from "./warehouse.ts";

/** A file whose canonical rows are in DuckDB already; all others went to the sink. */
export interface InBulk {
  readonly outcome: Outcome;
  readonly bulk: Bulk;
  /** Rows that were refused, and accepted ones that DuckDB does not hold, by line, as sent; undefined where they are not held. */
  readonly kept: ReadonlyMap<number, RawRow> | undefined;
}

/** Where more records than this, in a hundred, are not canonical, there is nothing to be gained. */
const atMost = 60;

/** DuckDB takes such a path for a pattern of many. */
const isPattern = (folder: string): boolean => /[*?[\]{}]/.test(folder);

/** Lines of the rows that DuckDB was not given. */
const outside = ({ scan }: Draft): ((line: number) => boolean) => {
  const first = Math.min(...[scan.shifts[0], scan.cuts[0]?.line].filter((n): n is number => n !== undefined));
  const cut = new Set(scan.cuts.map(({ line }) => line));
  return (line) => line < first || cut.has(line);
};

/**
 * Reads a big file: bytes are scanned once, canonical rows stay in DuckDB, all others are read as any file's are.
 * @param open gives the sink of the file's table; it is asked for only if the file can be read so
 * @param folder where DuckDB may read
 * @param most records read row by row, which are all held at once: a file with more is read by the JavaScript reader
 * @returns undefined for a file that must be read by the JavaScript reader alone
 */
export const readBulk = async (
  warehouse: Warehouse,
  file: Uint8Array,
  registers: readonly Register[],
  open: () => Sink,
  folder: string,
  most = Number.POSITIVE_INFINITY,
): Promise<InBulk | undefined> => {
  const draft = isPattern(folder) ? undefined : draftOf(file, registers);
  if (!draft) return undefined;
  const cuts = draft.scan.cuts.length;
  const share = Math.floor((draft.scan.records * atMost) / 100);
  if (cuts > share || cuts > most) return undefined;
  const bulk = await Bulk.read(warehouse, [draft], folder);
  const given = async (): Promise<undefined> => {
    await bulk.drop();
    return undefined;
  };
  await judge(bulk, toBeSeen(draft.scan));
  const strange = await strangeIn(bulk, Math.min(share, most - cuts));
  if (!strange || (!hasNoBlanks(draft, strange) && !(await repeatsIn(bulk)))) return given();

  const told: ((sink: Sink) => void)[] = [];
  const kept = new Map<number, RawRow>();
  const isOutside = outside(draft);
  const sink: Sink = {
    begin: (header, preamble) => told.push((to) => to.begin?.(header, preamble)),
    raw: (row) => kept.set(row.line, row),
    row: (values, line) => {
      if (!isOutside(line)) kept.delete(line);
      told.push((to) => to.row(values, line));
    },
    problem: (problem) => told.push((to) => to.problem(problem)),
  };
  const bounds = totalsAmong(draft, strange);
  const table = feed(draft, strange, bounds, await sumsIn(bulk, bounds), registers, () => sink);
  if (!table) return given();
  const real = open();
  for (const tell of told) tell(real);
  const { encoding, by } = draft.plain;
  return { outcome: { encoding, by, separator: draft.separator, tables: [table] }, bulk, kept };
};
