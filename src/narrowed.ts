import type { Cell, Sum } from "./cell.ts";

/** No number is as large: the upper end of what nothing bounds. */
export const boundless = 1n << 80n;

/** JavaScript's operators take whole numbers of either kind, TypeScript's types one: either all are floats, or all are bigints. */
type Whole = number;

/**
 * How whole numbers are reckoned with: as floats where sums of these cells stay exact in them (a tenth of the time), else
 * as bigints. Beyond any sum of the cells it does not matter how far off no bound is.
 */
const arithmetic = (cells: readonly Cell[], sums: readonly Sum[]): ((n: bigint) => Whole) => {
  let all = 0n;
  let longest = 2;
  for (const { total, parts } of sums) {
    longest = Math.max(longest, parts.length + 2);
    for (const at of [total, ...parts]) {
      const { value, told } = cells[at] as Cell;
      all += value < 0n ? -value : value;
      all += told?.[1] ?? 0n;
    }
  }
  const far = 2 ** Math.ceil(Math.log2(Number(all) * 4 + 4));
  return far * longest < Number.MAX_SAFE_INTEGER
    ? (n) => (n === boundless ? far : Number(n))
    : (n) => n as unknown as Whole;
};

interface Range {
  low: Whole;
  high: Whole;
}

/** A sum as narrowing sees it: what of it is shown is one number. */
interface Balance {
  readonly total: Range;
  readonly shown: Whole;
  /** Hidden parts, as often as they count. */
  readonly parts: readonly Range[];
}

/** Narrows what a hidden cell can be by what is shown and by what the signs of others give away. */
export const narrowed = (
  cells: readonly Cell[],
  hidden: ReadonlySet<number>,
  sums: readonly Sum[],
): Map<number, Range> => {
  const whole = arithmetic(cells, sums);
  const ranges = new Map<number, Range>();
  const rangeOf = (cell: number): Range => {
    const { value, told } = cells[cell] as Cell;
    if (!hidden.has(cell)) return { low: whole(value), high: whole(value) };
    const [low, high] = told ?? [0n, boundless];
    const range = ranges.get(cell) ?? { low: whole(low), high: whole(high) };
    ranges.set(cell, range);
    return range;
  };
  const balances = sums
    .filter(({ total, parts }) => hidden.has(total) || parts.some((part) => hidden.has(part)))
    .map(({ total, parts }): Balance => {
      const open = parts.filter((part) => hidden.has(part));
      return {
        total: rangeOf(total),
        shown: whole(
          parts.reduce((sum, part) => (hidden.has(part) ? sum : sum + (cells[part] as Cell).value), 0n),
        ),
        parts: open.map(rangeOf),
      };
    });
  const holding = new Map<Range, Balance[]>();
  for (const balance of balances)
    for (const range of new Set([balance.total, ...balance.parts])) {
      const known = holding.get(range);
      if (known) known.push(balance);
      else holding.set(range, [balance]);
    }
  // A sum of which nothing moved since it was looked at teaches nothing new.
  const moved = new Set(balances);
  const narrow = (range: Range, low: Whole, high: Whole): void => {
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
