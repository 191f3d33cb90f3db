import type { Sum } from "./cell.ts";
import type { Pattern } from "./pattern.ts";

/** What hangs together with a cell through hidden ones: nothing outside it bears upon what can be found in it. */
export interface Knot {
  readonly cells: ReadonlySet<number>;
  readonly sums: ReadonlySet<Sum>;
}

/** @param most sums, the nearest first, after which no more are looked for */
export const knotOf = (cell: number, pattern: Pattern, most = Number.POSITIVE_INFINITY): Knot => {
  const sums = new Set(pattern.touching(cell));
  const cells = new Set([cell]);
  for (const sum of sums)
    for (const member of pattern.openOf(sum).hidden) {
      if (cells.has(member)) continue;
      if (sums.size > most) return { cells, sums };
      cells.add(member);
      for (const other of pattern.touching(member)) sums.add(other);
    }
  return { cells, sums };
};

/** All cells that hang together with some through sums, hidden or shown: no sum holds one of them and another cell. */
export const reachedFrom = (cells: Iterable<number>, sums: readonly Sum[]): Set<number> => {
  const reached = new Set(cells);
  const left = new Set(sums);
  for (let before = -1; before !== reached.size; ) {
    before = reached.size;
    for (const sum of left) {
      const members = [sum.total, ...sum.parts];
      if (!members.some((member) => reached.has(member))) continue;
      for (const member of members) reached.add(member);
      left.delete(sum);
    }
  }
  return reached;
};
