import type { Cell, Sum } from "./cell.ts";

/** The cells of sums. Loops, as these are tens of millions where townships are many. */
export const membersOf = (sums: Iterable<Sum>): Set<number> => {
  const cells = new Set<number>();
  for (const { total, parts } of sums) {
    cells.add(total);
    for (const part of parts) cells.add(part);
  }
  return cells;
};

/** What of a sum is hidden, and what the rest of it makes together. */
export interface Open {
  readonly total: boolean;
  /** Hidden parts, as often as they count. */
  readonly parts: readonly number[];
  /** Both, the total first. */
  readonly hidden: readonly number[];
  /** Whether each of them counts once. */
  readonly isPlain: boolean;
  /** The sum of its shown parts. */
  readonly shown: bigint;
}

/** What stays the same of a sum whatever is hidden. */
interface Own {
  /** The sum of all its parts. */
  readonly all: bigint;
  /** No number that can be made of its cells, or of what is told of them, is larger. */
  readonly bound: bigint;
}

const size = (n: bigint): bigint => (n < 0n ? -n : n);

/**
 * The suppression pattern: which cells are hidden. It knows of every sum what of it is hidden, which thousands of
 * candidates ask about and few of them change.
 */
export class Pattern {
  readonly cells: readonly Cell[];
  /** 1 for a hidden cell, by its place: looked up hundreds of millions of times. */
  readonly #isHidden: Uint8Array;
  readonly #touching: Sum[][];
  readonly #open = new Map<Sum, Open>();
  readonly #own = new Map<Sum, Own>();

  constructor(cells: readonly Cell[], hidden: Iterable<number>, sums: readonly Sum[]) {
    this.cells = cells;
    this.#isHidden = new Uint8Array(cells.length);
    for (const cell of hidden) this.#isHidden[cell] = 1;
    this.#touching = cells.map(() => []);
    for (const sum of sums) for (const cell of membersOf([sum])) this.#touching[cell]?.push(sum);
  }

  get hidden(): Set<number> {
    return new Set(this.cells.flatMap((_, at) => (this.has(at) ? [at] : [])));
  }

  has(cell: number): boolean {
    return this.#isHidden[cell] === 1;
  }

  /** Hides a cell. */
  add(cell: number): void {
    this.#isHidden[cell] = 1;
    this.#forget(cell);
  }

  /** Shows a cell again. */
  delete(cell: number): void {
    this.#isHidden[cell] = 0;
    this.#forget(cell);
  }

  #forget(cell: number): void {
    for (const sum of this.touching(cell)) this.#open.delete(sum);
  }

  /** The sums that a cell is in. */
  touching(cell: number): readonly Sum[] {
    return this.#touching[cell] ?? [];
  }

  openOf(sum: Sum): Open {
    const known = this.#open.get(sum);
    if (known) return known;
    const parts = sum.parts.filter((part) => this.has(part));
    const shown = parts.reduce((left, part) => left - (this.cells[part] as Cell).value, this.ownOf(sum).all);
    const total = this.has(sum.total);
    const hidden = total ? [sum.total, ...parts] : parts;
    const open = { total, parts, hidden, isPlain: new Set(hidden).size === hidden.length, shown };
    this.#open.set(sum, open);
    return open;
  }

  ownOf(sum: Sum): Own {
    const known = this.#own.get(sum);
    if (known) return known;
    const values = (of: readonly number[]): Cell[] => of.map((at) => this.cells[at] as Cell);
    const own = {
      all: values(sum.parts).reduce((all, { value }) => all + value, 0n),
      bound: values([sum.total, ...sum.parts]).reduce(
        (all, { value, told }) => all + size(value) + (told?.[1] ?? 0n),
        0n,
      ),
    };
    this.#own.set(sum, own);
    return own;
  }
}
