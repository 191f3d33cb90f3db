import type { Cell, Sum } from "./cell.ts";
import { companions, Sacrifice } from "./companions.ts";
import { Exposed, isExposedAmong } from "./exposed.ts";
import { type Knot, knotOf } from "./knot.ts";
import { Pattern } from "./pattern.ts";

/** In a larger knot a candidate is judged by the sums that the exposed cell is in; the next round looks at the whole. */
const largest = 100;

/** Candidates that are tried one by one before the first is taken as it is. */
const tried = 40;

/** Whether a sum in which nothing else is hidden gives a cell away. */
const givesAway = (pattern: Pattern, cell: number, sum: Sum): boolean => {
  const { total, parts } = pattern.openOf(sum);
  if ((total && sum.total !== cell) || parts.some((part) => part !== cell)) return false;
  return parts.length !== (sum.total === cell ? 1 : 0);
};

/**
 * Chooses which cells to hide: the sensitive ones, and as many others as it takes that no sensitive one can be found
 * by adding, subtracting, or weighing what the signs give away. Every sum that readers can make must be among `sums`.
 * @returns places of the cells to hide
 */
export const suppress = (cells: readonly Cell[], sums: readonly Sum[]): ReadonlySet<number> => {
  const hidden = cells.flatMap(({ sensitive, known, withheld }, at) =>
    (sensitive || withheld) && !known ? [at] : [],
  );
  const pattern = new Pattern(cells, hidden, sums);
  const exposed = new Exposed(pattern, sums);
  const sacrifice = new Sacrifice(pattern);
  /**
   * What few sums give away all of them do: first those in which nothing else is hidden.
   * @param knot the one that the cell is in without the candidate
   */
  const isExposed = (cell: number, knot: Knot, candidate: number): boolean => {
    const near = pattern.touching(cell);
    if (near.some((sum) => givesAway(pattern, cell, sum)) || isExposedAmong(cell, pattern, near)) return true;
    if (knot.sums.size > largest) return false;
    const isWithin = pattern.touching(candidate).every((sum) => knot.sums.has(sum));
    const all = isWithin ? knot.sums : knotOf(cell, pattern, largest).sums;
    return all.size > near.length && all.size <= largest && isExposedAmong(cell, pattern, [...all]);
  };
  /** Hides one more cell for an exposed one: the first that covers it by itself, else the cheapest. */
  const cover = (cell: number): number[] => {
    let cheapest: number | undefined;
    let tries = 0;
    const knot = knotOf(cell, pattern, largest);
    for (const candidate of companions(cell, knot, pattern, sacrifice)) {
      cheapest ??= candidate;
      if (cells[candidate]?.pinned !== false) continue;
      if (++tries > tried) break;
      pattern.add(candidate);
      if (!isExposed(cell, knot, candidate)) return [candidate];
      pattern.delete(candidate);
    }
    if (cheapest === undefined) return [];
    pattern.add(cheapest);
    return [cheapest];
  };
  for (;;) {
    const more = exposed.sensitive.flatMap(cover);
    if (more.length === 0) return pattern.hidden;
    exposed.look(more);
  }
};
