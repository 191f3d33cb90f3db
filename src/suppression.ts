import type { Cell, Sum } from "./cell.ts";
import { Exposed, exposedAmong } from "./exposed.ts";
import { knotOf, membersOf, type Touching, touchingIn } from "./knot.ts";

/** In a larger knot a candidate is judged by the sums that the exposed cell is in; the next round looks at the whole. */
const largest = 100;

/**
 * Shown cells that could blur an exposed one, in the order in which they are given up: numbers beside it, numbers
 * further off, totals, zeros; the smaller first. Those further off are looked for when those beside it do not do.
 */
function* companions(
  exposed: number,
  cells: readonly Cell[],
  hidden: ReadonlySet<number>,
  touching: Touching,
): Iterable<number> {
  const near = new Set(touching(exposed).flatMap(membersOf));
  const rank = (at: number): number => {
    const { value, pinned } = cells[at] as Cell;
    if (value === 0n) return 3;
    return pinned ? 2 : near.has(at) ? 0 : 1;
  };
  const inOrder = (among: Iterable<number>): number[] =>
    [...among]
      .filter((at) => !hidden.has(at) && cells[at]?.known !== true)
      .sort((a, b) => {
        const [left, right] = [(cells[a] as Cell).value, (cells[b] as Cell).value];
        return rank(a) - rank(b) || (left < right ? -1 : left > right ? 1 : a - b);
      });
  const first = inOrder(near).filter((at) => rank(at) === 0);
  yield* first;
  const all = new Set(knotOf(exposed, hidden, touching, largest).sums.flatMap(membersOf));
  for (const at of first) all.delete(at);
  yield* inOrder(all);
}

/** Candidates that are tried one by one before the first is taken as it is. */
const tried = 40;

/**
 * Chooses which cells to hide: the sensitive ones, and as many others as it takes that no sensitive one can be found
 * by adding, subtracting, or weighing what the signs give away. Every sum that readers can make must be among `sums`.
 * @returns places of the cells to hide
 */
export const suppress = (cells: readonly Cell[], sums: readonly Sum[]): Set<number> => {
  const hidden = new Set(
    cells.flatMap(({ sensitive, known, withheld }, at) => ((sensitive || withheld) && !known ? [at] : [])),
  );
  const touching = touchingIn(sums);
  const exposed = new Exposed(cells, hidden, sums, touching);
  const isExposedIn = (cell: number, among: readonly Sum[]): boolean =>
    exposedAmong(cells, hidden, among).has(cell);
  /** A sum in which nothing else is hidden gives it away at once. */
  const givesAway = (cell: number, { total, parts }: Sum): boolean => {
    if (total !== cell && hidden.has(total)) return false;
    let times = total === cell ? -1 : 0;
    for (const part of parts) {
      if (part === cell) times += 1;
      else if (hidden.has(part)) return false;
    }
    return times !== 0;
  };
  /** What few sums give away all of them do. */
  const isExposed = (cell: number): boolean => {
    const near = touching(cell);
    if (near.some((sum) => givesAway(cell, sum)) || isExposedIn(cell, near)) return true;
    const { sums: all } = knotOf(cell, hidden, touching, largest);
    return all.length > near.length && all.length <= largest && isExposedIn(cell, all);
  };
  /** Hides one more cell for an exposed one: the first that covers it by itself, else the cheapest. */
  const cover = (cell: number): number[] => {
    let cheapest: number | undefined;
    let tries = 0;
    for (const candidate of companions(cell, cells, hidden, touching)) {
      cheapest ??= candidate;
      if (cells[candidate]?.pinned !== false) continue;
      if (++tries > tried) break;
      hidden.add(candidate);
      if (!isExposed(cell)) return [candidate];
      hidden.delete(candidate);
    }
    if (cheapest === undefined) return [];
    hidden.add(cheapest);
    return [cheapest];
  };
  for (;;) {
    const more = exposed.sensitive.flatMap(cover);
    if (more.length === 0) return hidden;
    exposed.look(more);
  }
};
