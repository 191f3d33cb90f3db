import { byName } from "../order.ts";
import { quarter } from "../quarter.ts";
import type { Outcome } from "../read.ts";
import type { Table } from "../sink.ts";
import type { RawRow } from "../table.ts";
import type { Content, Handed } from "./inbox.ts";
import type { SetWise } from "./set_wise.ts";

/** A table that was read: how it was understood, and the number it has in the ledger. */
export interface Loaded {
  readonly id: number;
  /** The file's path, followed by the sheet or the line where it holds more than one table: unique. */
  readonly path: string;
  readonly file: Handed;
  readonly sha256: string;
  readonly content: Content;
  readonly outcome: Pick<Outcome, "encoding" | "separator">;
  readonly table: Table;
  readonly copyOf: string | null;
  /** Where its rows wait in DuckDB, read in bulk or in an earlier run. */
  readonly inBulk?: Waiting;
}

/** Sound rows that are settled set-wise. */
export interface Waiting {
  readonly bulk: SetWise;
  /** Rows that were refused, and accepted ones that do not wait there, by line, as sent; undefined where they were too many. */
  readonly kept: ReadonlyMap<number, RawRow> | undefined;
}

/**
 * The day a file speaks for: its filing date, else the last day of its 期别; undefined where it states neither.
 * @param firstMonth first month of the reporting year, whose quarter a 期别 is
 */
export const statedDay = ({ table: { preamble } }: Loaded, firstMonth: number): string | undefined =>
  preamble.filed ?? (preamble.period ? quarter(preamble.period, firstMonth).lastDay : undefined);

/**
 * The order in which files speak, the last word counting: files that state no day first, by name; then those that
 * state one, by day and name. A stated day survives renaming and copying, a name does not.
 * @param dayOf the day that a file states; undefined where it states none
 */
export const inOrder = <T extends { readonly path: string }>(
  files: readonly T[],
  dayOf: (file: T) => string | undefined,
): T[] =>
  [...files].sort((a, b) => {
    const [left, right] = [dayOf(a) ?? "", dayOf(b) ?? ""];
    return left === right ? byName(a.path, b.path) : left < right ? -1 : 1;
  });

/** The tables of each file, by its path; copies of other files are left out. */
export const byFile = (loaded: readonly Loaded[]): Map<string, Loaded[]> => {
  const files = new Map<string, Loaded[]>();
  for (const one of loaded)
    if (one.copyOf === null) files.set(one.file.path, [...(files.get(one.file.path) ?? []), one]);
  return files;
};

/** What stood in the files when they were read. */
export const contentsOf = (loaded: readonly Loaded[]): Content[] => [
  ...new Map(loaded.map(({ content }) => [content.file.path, content])).values(),
];
