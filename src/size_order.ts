import Big from "big.js";

/** Each size is read once, and not for every pair; equals keep their order. */
const sized = <T>(rows: readonly T[], sizeOf: (row: T) => string, order: (a: Big, b: Big) => number): T[] =>
  rows
    .map((row) => ({ row, size: new Big(sizeOf(row)) }))
    .sort((a, b) => order(a.size, b.size))
    .map(({ row }) => row);

/** Rows in the order of a number each, the smallest first. @param sizeOf decimal text of a row */
export const smallestFirst = <T>(rows: readonly T[], sizeOf: (row: T) => string): T[] =>
  sized(rows, sizeOf, (a, b) => a.cmp(b));

/** The same, the largest first. */
export const largestFirst = <T>(rows: readonly T[], sizeOf: (row: T) => string): T[] =>
  sized(rows, sizeOf, (a, b) => b.cmp(a));
