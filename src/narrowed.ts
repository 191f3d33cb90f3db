import type { Cell, Sum } from "./cell.ts";

const boundless = 1n << 80n;

interface Range {
  low: bigint;
  high: bigint;
}

/** A sum as narrowing sees it: what of it is shown is one number. */
interface Balance {
  readonly total: Range;
  readonly shown: bigint;
  /** Hidden parts, as often as they count. */
  readonly parts: readonly Range[];
}

/** Narrows what a hidden cell can be by what is shown and by what the signs of others give away. */
export const narrowed = (
  cells: readonly Cell[],
  hidden: ReadonlySet<number>,
  sums: readonly Sum[],
): Map<number, Range> => {
  const ranges = new Map<number, Range>();
  const rangeOf = (cell: number): Range => {
    const { value, told } = cells[cell] as Cell;
    if (!hidden.has(cell)) return { low: value, high: value };
    const range = ranges.get(cell) ?? (told ? { low: told[0], high: told[1] } : { low: 0n, high: boundless });
    ranges.set(cell, range);
    return range;
  };
  const balances = sums
    .filter(({ total, parts }) => hidden.has(total) || parts.some((part) => hidden.has(part)))
    .map(({ total, parts }): Balance => {
      const open = parts.filter((part) => hidden.has(part));
      return {
        total: rangeOf(total),
        shown: parts.reduce((sum, part) => (hidden.has(part) ? sum : sum + (cells[part] as Cell).value), 0n),
        parts: open.map(rangeOf),
      };
    });
  const holding = new Map<Range, Balance[]>();
  for (const balance of balances)
    for (const range of new Set([balance.total, ...balance.parts]))
      holding.set(range, [...(holding.get(range) ?? []), balance]);
  // A sum of which nothing moved since it was looked at teaches nothing new.
  const moved = new Set(balances);
  const narrow = (range: Range, low: bigint, high: bigint): void => {
    if (low <= range.low && high >= range.high) return;
    if (low > range.low) range.low = low;
    if (high < range.high) range.high = high;
    for (const balance of holding.get(range) ?? []) moved.add(balance);
  };
  for (let rounds = 0; moved.size > 0 && rounds < 100; rounds++)
    for (const balance of balances) {
      if (!moved.delete(balance)) continue;
      const { total, shown, parts } = balance;
      let [low, high] = [shown, shown];
      for (const part of parts) {
        low += part.low;
        high += part.high;
      }
      narrow(total, low, high);
      for (const part of new Set(parts))
        narrow(part, total.low - (high - part.high), total.high - (low - part.low));
    }
  return ranges;
};
