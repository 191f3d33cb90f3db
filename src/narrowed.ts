import type { Cell, Sum } from "./cell.ts";
import type { Pattern } from "./pattern.ts";

/** No number is as large: the upper end of what nothing bounds. */
export const boundless = 1n << 80n;

/** JavaScript's operators take whole numbers of either kind, TypeScript's types one: either all are floats, or all are bigints. */
type Whole = number;

/**
 * How whole numbers are reckoned with: as floats where sums of these cells stay exact in them (a tenth of the time), else
 * as bigints. Beyond any sum of the cells it does not matter how far off no bound is.
 */
const arithmetic = (pattern: Pattern, sums: readonly Sum[]): ((n: bigint) => Whole) => {
  const all = sums.reduce((far, sum) => far + pattern.ownOf(sum).bound, 0n);
  const longest = sums.reduce((most, { parts }) => Math.max(most, parts.length + 2), 2);
  const far = 2 ** Math.ceil(Math.log2(Number(all) * 4 + 4));
  return far * longest < Number.MAX_SAFE_INTEGER
    ? (n) => (n === boundless ? far : Number(n))
    : (n) => n as unknown as Whole;
};

interface Range {
  low: Whole;
  high: Whole;
  /** Where it counts. */
  readonly balances: Balance[];
}

/** A sum as narrowing sees it: what of it is shown is one number. */
interface Balance {
  readonly total: Range;
  readonly shown: Whole;
  /** Hidden parts, as often as they count. */
  readonly parts: readonly Range[];
  /** Those parts, each once. */
  readonly each: Iterable<Range>;
  /** A sum of which nothing moved since it was looked at teaches nothing new. */
  moved: boolean;
}

const narrow = (range: Range, low: Whole, high: Whole): void => {
  if (low <= range.low && high >= range.high) return;
  if (low > range.low) range.low = low;
  if (high < range.high) range.high = high;
  for (const balance of range.balances) balance.moved = true;
};

const weigh = ({ total, shown, parts, each }: Balance): void => {
  let [low, high] = [shown, shown];
  for (const part of parts) {
    low += part.low;
    high += part.high;
  }
  narrow(total, low, high);
  for (const part of each) narrow(part, total.low - (high - part.high), total.high - (low - part.low));
};

/** Whether a range has room for one value alone. */
export const isClosed = ({ low, high }: Range): boolean => low >= high;

/**
 * Narrows what a hidden cell can be by what is shown and by what the signs of others give away.
 * @param until a cell: once it has room for one value alone, no more is looked for
 */
export const narrowed = (pattern: Pattern, sums: readonly Sum[], until?: number): Map<number, Range> => {
  const whole = arithmetic(pattern, sums);
  const known = new Map<number, Range>();
  const rangeOf = (cell: number): Range => {
    const there = known.get(cell);
    if (there) return there;
    const { value, told } = pattern.cells[cell] as Cell;
    const [low, high] = pattern.has(cell) ? (told ?? [0n, boundless]) : [value, value];
    const range = { low: whole(low), high: whole(high), balances: [] };
    if (pattern.has(cell)) known.set(cell, range);
    return range;
  };
  const balances = sums.flatMap((sum): Balance[] => {
    const open = pattern.openOf(sum);
    if (open.hidden.length === 0) return [];
    const [total, parts] = [rangeOf(sum.total), open.parts.map(rangeOf)];
    const each = open.isPlain ? parts : new Set(parts);
    const balance = { total, shown: whole(open.shown), parts, each, moved: true };
    for (const range of open.isPlain ? [total, ...parts] : new Set([total, ...parts]))
      range.balances.push(balance);
    return [balance];
  });
  const last = until === undefined ? undefined : known.get(until);
  for (let rounds = 0; rounds < 100 && balances.some(({ moved }) => moved); rounds++)
    for (const balance of balances) {
      if (!balance.moved) continue;
      balance.moved = false;
      weigh(balance);
      if (last && isClosed(last)) return known;
    }
  return known;
};
