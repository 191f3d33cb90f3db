import type { Cell, Sum } from "./cell.ts";
import { determined } from "./determined.ts";
import { knotOf, membersOf, type Touching, touchingIn } from "./knot.ts";
import { narrowed } from "./narrowed.ts";

/** Hidden cells that can be found by these sums. */
export const exposedAmong = (
  cells: readonly Cell[],
  hidden: ReadonlySet<number>,
  sums: readonly Sum[],
): Set<number> => {
  const open = sums.filter((sum) => membersOf(sum).some((member) => hidden.has(member)));
  const exposed = determined(hidden, open);
  const present = open.filter(({ past }) => past !== true);
  for (const [cell, { low, high }] of narrowed(cells, hidden, present)) if (low >= high) exposed.add(cell);
  return exposed;
};

/**
 * Hidden cells that can be found, kept up to date while more are hidden: knot by knot, and only those that changed. Of
 * two hundred townships in forty quarters there are thousands of knots, of which few ever change.
 */
export class Exposed {
  readonly #cells: readonly Cell[];
  readonly #hidden: ReadonlySet<number>;
  readonly #touching: Touching;
  readonly #order: ReadonlyMap<Sum, number>;
  readonly #found = new Set<number>();

  constructor(
    cells: readonly Cell[],
    hidden: ReadonlySet<number>,
    sums: readonly Sum[],
    touching: Touching = touchingIn(sums),
  ) {
    this.#cells = cells;
    this.#hidden = hidden;
    this.#touching = touching;
    this.#order = new Map(sums.map((sum, i) => [sum, i]));
    this.look(hidden);
  }

  /** Looks again at the knots of these hidden cells. */
  look(at: Iterable<number>): void {
    const seen = new Set<number>();
    for (const cell of at) {
      if (seen.has(cell)) continue;
      const knot = knotOf(cell, this.#hidden, this.#touching);
      for (const member of knot.cells) {
        seen.add(member);
        this.#found.delete(member);
      }
      const place = (sum: Sum): number => this.#order.get(sum) as number;
      const sums = [...knot.sums].sort((a, b) => place(a) - place(b));
      for (const found of exposedAmong(this.#cells, this.#hidden, sums)) this.#found.add(found);
    }
  }

  /** In the order of the cells. */
  get sensitive(): number[] {
    return [...this.#found].filter((cell) => this.#cells[cell]?.sensitive).sort((a, b) => a - b);
  }
}

/** Sensitive cells that can be found all the same: none, unless earlier releases left nothing that would cover them. */
export const uncovered = (
  cells: readonly Cell[],
  hidden: ReadonlySet<number>,
  sums: readonly Sum[],
): number[] => new Exposed(cells, hidden, sums).sensitive;
