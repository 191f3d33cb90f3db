import Big from "big.js";
import type { Cell, Sum } from "./cell.ts";
import type { Figure } from "./figure.ts";
import { type Entry, type Guarded, guardedParts, momentOf, scaled, tablesOf } from "./guarded.ts";
import type { Indicator } from "./indicator.ts";

/** Today's numbers as cells. */
interface Today {
  readonly entries: readonly Entry[];
  readonly cell: (entry: Entry) => number;
  readonly cells: readonly Cell[];
  /** Names of sums that do not add up (distinct persons): they did not in earlier releases either. */
  readonly refuted: ReadonlySet<string>;
}

/** Cells and sums with what earlier releases add to them. */
export interface Precedent {
  /** Today's cells in their places, then those that only releases have. */
  readonly cells: readonly Cell[];
  readonly sums: readonly Sum[];
}

/**
 * What readers of earlier releases can set beside today's figures. They will take a number that they cannot see for
 * the one that they could see before, so a cell that was withheld is one cell with today's and stays withheld; one
 * that was told is known where it has not changed, and a fixed number in its old sums where it has.
 * @param releases figures as each release told them
 */
export const precedentOf = (
  releases: readonly (readonly Figure[])[],
  indicators: ReadonlyMap<string, Indicator>,
  { entries, cell, cells: own, refuted }: Today,
): Precedent => {
  if (releases.length === 0) return { cells: own, sums: [] };
  const cells = [...own];
  const sums: Sum[] = [];
  const placeOf = ({ series, figure }: Guarded): string => `${series} @ ${momentOf(figure)}`;
  const today = new Map(entries.map((entry) => [placeOf(entry), entry]));
  /** What only releases have, and withheld: place → cell. */
  const gone = new Map<string, number>();
  const lost = new Set<number>();
  const mark = (at: number, more: Pick<Cell, "known" | "withheld">): number => {
    cells[at] = { ...(cells[at] as Cell), ...more };
    return at;
  };
  const settle = (part: Guarded): number => {
    const text = part.figure[part.part];
    const now = today.get(placeOf(part));
    if (text === null) {
      if (now) return mark(cell(now), { withheld: true });
      // Nobody hands it in any more; what it was is not to be found all the same.
      const at =
        gone.get(placeOf(part)) ??
        cells.push({ value: 0n, sensitive: true, pinned: false, withheld: true }) - 1;
      gone.set(placeOf(part), at);
      lost.add(at);
      return at;
    }
    const value = new Big(text);
    return now?.value.eq(value)
      ? mark(cell(now), { known: true })
      : cells.push({ value: scaled(value), sensitive: false, pinned: false, known: true }) - 1;
  };
  /**
   * A sum that does not hold with today's numbers holds one that has changed: it teaches nothing about these. What
   * nobody hands in any more has no number today, so a sum with it always counts.
   */
  const holds = ({ total, parts }: Sum): boolean =>
    [total, ...parts].some((at) => lost.has(at)) ||
    parts.reduce((sum, at) => sum + (cells[at] as Cell).value, 0n) === (cells[total] as Cell).value;
  for (const release of releases) {
    const told = guardedParts(release, indicators).filter(
      ({ figure, part }) => figure[part] !== null || figure.hidden?.[part] !== undefined,
    );
    const at = new Map<string, number>(told.map((part) => [placeOf(part), settle(part)]));
    const moments = new Set(told.map(({ figure }) => momentOf(figure)));
    // Quarters of the year that the release does not hold are taken as they are today.
    const others: Guarded[] = entries.filter(
      ({ figure }) => figure.span === "quarter" && !moments.has(momentOf(figure)),
    );
    const placed = (part: Guarded): number =>
      at.get(placeOf(part)) ?? cell(today.get(placeOf(part)) as Entry);
    for (const { name, total, parts } of tablesOf([...told, ...others]))
      if (moments.has(momentOf(total.figure)) && parts.length > 0 && !refuted.has(name)) {
        const sum = { total: placed(total), parts: parts.map(placed), past: true } as const;
        if (holds(sum)) sums.push(sum);
      }
  }
  return { cells, sums };
};
