import type { Sum } from "./cell.ts";

/** The sums that a cell is in. */
export type Touching = (cell: number) => readonly Sum[];

export const membersOf = ({ total, parts }: Sum): number[] => [total, ...parts];

export const touchingIn = (sums: readonly Sum[]): Touching => {
  const index = new Map<number, Sum[]>();
  for (const sum of sums)
    for (const cell of new Set(membersOf(sum))) {
      const known = index.get(cell);
      if (known) known.push(sum);
      else index.set(cell, [sum]);
    }
  return (cell) => index.get(cell) ?? [];
};

/** What hangs together with a cell through hidden ones: nothing outside it bears upon what can be found in it. */
interface Knot {
  readonly cells: ReadonlySet<number>;
  readonly sums: readonly Sum[];
}

/** @param most sums, the nearest first, after which no more are looked for */
export const knotOf = (
  cell: number,
  hidden: ReadonlySet<number>,
  touching: Touching,
  most = Number.POSITIVE_INFINITY,
): Knot => {
  const sums = new Set<Sum>();
  const cells = new Set([cell]);
  for (const at of cells) {
    if (sums.size > most) break;
    for (const sum of touching(at)) {
      if (sums.has(sum)) continue;
      sums.add(sum);
      for (const member of membersOf(sum)) if (hidden.has(member)) cells.add(member);
    }
  }
  return { cells, sums: [...sums] };
};

/** All cells that hang together with some through sums, hidden or shown: no sum holds one of them and another cell. */
export const reachedFrom = (cells: Iterable<number>, sums: readonly Sum[]): Set<number> => {
  const reached = new Set(cells);
  const left = new Set(sums);
  for (let before = -1; before !== reached.size; ) {
    before = reached.size;
    for (const sum of left) {
      const members = membersOf(sum);
      if (!members.some((member) => reached.has(member))) continue;
      for (const member of members) reached.add(member);
      left.delete(sum);
    }
  }
  return reached;
};
