import type { Cell } from "./cell.ts";
import type { Knot } from "./knot.ts";
import { membersOf, type Pattern } from "./pattern.ts";

/** Cells in the order in which they are given up, of those that can be. */
export class Sacrifice {
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
export function* companions(
  exposed: number,
  knot: Knot,
  pattern: Pattern,
  sacrifice: Sacrifice,
): Iterable<number> {
  const rank = (at: number): number => {
    const { value, pinned } = pattern.cells[at] as Cell;
    return value === 0n ? 3 : pinned ? 2 : 1;
  };
  const near = membersOf(pattern.touching(exposed));
  const beside = (at: number): boolean => rank(at) === 1 && near.has(at);
  yield* sacrifice.order(near, (at) => (beside(at) ? 0 : undefined));
  yield* sacrifice.order(membersOf(knot.sums), (at) => (beside(at) ? undefined : rank(at)));
}
