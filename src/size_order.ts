import Big from "big.js";

/**
 * Rows in the order of a decimal number each, which is read once and not for every pair; equals keep their order.
 * @param sizeOf decimal text of a row
 */
export const smallestFirst = <T>(rows: readonly T[], sizeOf: (row: T) => string): T[] =>
  rows
    .map((row) => ({ row, size: new Big(sizeOf(row)) }))
    .sort((a, b) => a.size.cmp(b.size))
    .map(({ row }) => row);

/** The same, the largest first. */
export const largestFirst = <T>(rows: readonly T[], sizeOf: (row: T) => string): T[] =>
  rows
    .map((row) => ({ row, size: new Big(sizeOf(row)) }))
    .sort((a, b) => b.size.cmp(a.size))
    .map(({ row }) => row);
