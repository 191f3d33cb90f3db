import type { Cell, Sum } from "./cell.ts";
import { Exposed, isExposedAmong } from "./exposed.ts";
import { type Knot, knotOf } from "./knot.ts";
import { membersOf, Pattern } from "./pattern.ts";

/** In a larger knot a candidate is judged by the sums that the exposed cell is in; the next round looks at the whole. */
const largest = 100;

/** Cells in the order in which they are given up, of those that can be. */
class Sacrifice {
  readonly #pattern: Pattern;
  /** All cells, the smaller value first, and the place of each among them. */
  readonly #byValue: Int32Array;
  readonly #place: Int32Array;

  constructor(pattern: Pattern) {
    this.#pattern = pattern;
    const { cells } = pattern;
    const value = (at: number): bigint => (cells[at] as Cell).value;
    const all = cells.map((_, at) => at);
    this.#byValue = Int32Array.from(
      all.sort((a, b) => (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : a - b)),
    );
    this.#place = new Int32Array(cells.length);
    this.#byValue.forEach((at, place) => {
      this.#place[at] = place;
    });
  }

  /** @param rank who goes first, whatever the values; undefined for a cell that stays */
  order(among: Iterable<number>, rank: (at: number) => number | undefined): number[] {
    const { cells } = this.#pattern;
    const keys: number[] = [];
    for (const at of among) {
      if (this.#pattern.has(at) || cells[at]?.known === true) continue;
      const first = rank(at);
      // One number for rank and place: numbers are sorted without a function being called for each pair.
      if (first !== undefined) keys.push(first * cells.length + (this.#place[at] as number));
    }
    return Array.from(Float64Array.from(keys).sort(), (key) => this.#byValue[key % cells.length] as number);
  }
}

/**
 * Shown cells that could blur an exposed one, in the order in which they are given up: numbers beside it, numbers
 * further off, totals, zeros; the smaller first. Those further off are looked for when those beside it do not do.
 */
function* companions(exposed: number, knot: Knot, pattern: Pattern, sacrifice: Sacrifice): Iterable<number> {
  const rank = (at: number): number => {
    const { value, pinned } = pattern.cells[at] as Cell;
    return value === 0n ? 3 : pinned ? 2 : 1;
  };
  const near = membersOf(pattern.touching(exposed));
  const beside = (at: number): boolean => rank(at) === 1 && near.has(at);
  yield* sacrifice.order(near, (at) => (beside(at) ? 0 : undefined));
  yield* sacrifice.order(membersOf(knot.sums), (at) => (beside(at) ? undefined : rank(at)));
}

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
