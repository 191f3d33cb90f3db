import type { Cell, Sum } from "./cell.ts";
import { determined } from "./determined.ts";
import { knotOf } from "./knot.ts";
import { isClosed, narrowed } from "./narrowed.ts";
import { Pattern } from "./pattern.ts";

/** What signs give away is weighed in what holds now alone. */
const presentOf = (sums: readonly Sum[]): Sum[] => sums.filter(({ past }) => past !== true);

/** Hidden cells that can be found by these sums. */
const exposedAmong = (pattern: Pattern, sums: readonly Sum[]): Set<number> => {
  const exposed = determined(pattern, sums);
  for (const [cell, range] of narrowed(pattern, presentOf(sums))) if (isClosed(range)) exposed.add(cell);
  return exposed;
};

/** Whether a hidden cell can be found by these sums. */
export const isExposedAmong = (cell: number, pattern: Pattern, sums: readonly Sum[]): boolean => {
  // Signs come first: they give away most of what is given away, and take less time.
  const range = narrowed(pattern, presentOf(sums), cell).get(cell);
  return (range !== undefined && isClosed(range)) || determined(pattern, sums).has(cell);
};

/**
 * Hidden cells that can be found, kept up to date while more are hidden: knot by knot, and only those that changed. Of
 * two hundred townships in forty quarters there are thousands of knots, of which few ever change.
 */
export class Exposed {
  readonly #pattern: Pattern;
  readonly #order: ReadonlyMap<Sum, number>;
  readonly #found = new Set<number>();

  constructor(pattern: Pattern, sums: readonly Sum[]) {
    this.#pattern = pattern;
    this.#order = new Map(sums.map((sum, i) => [sum, i]));
    this.look(pattern.hidden);
  }

  /** Looks again at the knots of these hidden cells. */
  look(at: Iterable<number>): void {
    const seen = new Set<number>();
    for (const cell of at) {
      if (seen.has(cell)) continue;
      const knot = knotOf(cell, this.#pattern);
      for (const member of knot.cells) {
        seen.add(member);
        this.#found.delete(member);
      }
      const place = (sum: Sum): number => this.#order.get(sum) as number;
      const sums = [...knot.sums].sort((a, b) => place(a) - place(b));
      for (const found of exposedAmong(this.#pattern, sums)) this.#found.add(found);
    }
  }

  /** In the order of the cells. */
  get sensitive(): number[] {
    return [...this.#found].filter((cell) => this.#pattern.cells[cell]?.sensitive).sort((a, b) => a - b);
  }
}

/** Sensitive cells that can be found all the same: none, unless earlier releases left nothing that would cover them. */
export const uncovered = (
  cells: readonly Cell[],
  hidden: ReadonlySet<number>,
  sums: readonly Sum[],
): number[] => new Exposed(new Pattern(cells, hidden, sums), sums).sensitive;
