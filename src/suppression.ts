/** A number that is to be published, or not. Whole numbers: persons, or fen. */
export interface Cell {
  readonly value: bigint;
  /** Too few stand behind it: it may not be published nor found out. */
  readonly sensitive: boolean;
  /** A total: hidden only where nothing else would do. */
  readonly pinned: boolean;
  /** What its sign gives away when it is hidden: `<10` says 1 to 9. */
  readonly told?: readonly [bigint, bigint];
  /** An earlier release tells it: hiding it would help nobody. */
  readonly known?: true;
  /** An earlier release withheld it: it stays withheld, whatever it has become. */
  readonly withheld?: true;
}

/** One cell is the sum of others; cells by their places in a list. */
export interface Sum {
  readonly total: number;
  readonly parts: readonly number[];
  /** It held in an earlier release: what its cells have become since does not add up. */
  readonly past?: true;
}

/** Arithmetic modulo a prime below 2²⁶: products stay exact, and no pivot of small tables vanishes by chance. */
const prime = 67_108_859;
const inverse = (n: number): number => {
  let [base, power, result] = [n, prime - 2, 1];
  for (; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return result;
};

type Row = Map<number, number>;

const subtract = (row: Row, other: Row, times: number): void => {
  for (const [cell, n] of other) {
    const left = ((row.get(cell) ?? 0) + (prime - times) * n) % prime;
    if (left === 0) row.delete(cell);
    else row.set(cell, left);
  }
};

const coefficients = ({ total, parts }: Sum): Row => {
  const row: Row = new Map();
  for (const part of parts) row.set(part, (row.get(part) ?? 0) + 1);
  row.set(total, ((row.get(total) ?? 0) + prime - 1) % prime);
  return row;
};

/** Hidden cells whose value follows from what is shown, by adding and subtracting. */
export const determined = (hidden: ReadonlySet<number>, sums: readonly Sum[]): Set<number> => {
  const pivots = new Map<number, Row>();
  for (const sum of sums) {
    const row: Row = new Map([...coefficients(sum)].filter(([cell, n]) => n !== 0 && hidden.has(cell)));
    for (const [cell] of [...row]) {
      const n = row.get(cell);
      const pivot = pivots.get(cell);
      if (n !== undefined && pivot) subtract(row, pivot, n);
    }
    const first = row.entries().next().value;
    if (!first) continue;
    const [at, n] = first;
    const by = inverse(n);
    for (const [cell, c] of row) row.set(cell, (c * by) % prime);
    for (const other of pivots.values()) {
      const c = other.get(at);
      if (c !== undefined) subtract(other, row, c);
    }
    pivots.set(at, row);
  }
  return new Set([...pivots].filter(([, row]) => row.size === 1).map(([cell]) => cell));
};

const boundless = 1n << 80n;

interface Range {
  low: bigint;
  high: bigint;
}

/** Narrows what a hidden cell can be by what is shown and by what the signs of others give away. */
const narrowed = (
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
  const narrow = (cell: number, low: bigint, high: bigint): boolean => {
    const range = rangeOf(cell);
    const moved = low > range.low || high < range.high;
    if (low > range.low) range.low = low;
    if (high < range.high) range.high = high;
    return moved && hidden.has(cell);
  };
  const open = sums.filter(({ total, parts }) => hidden.has(total) || parts.some((part) => hidden.has(part)));
  for (let again = true, rounds = 0; again && rounds < 100; rounds++) {
    again = false;
    for (const { total, parts } of open) {
      const low = parts.reduce((sum, part) => sum + rangeOf(part).low, 0n);
      const high = parts.reduce((sum, part) => sum + rangeOf(part).high, 0n);
      again = narrow(total, low, high) || again;
      const whole = rangeOf(total);
      for (const part of new Set(parts)) {
        if (!hidden.has(part)) continue;
        const own = rangeOf(part);
        again = narrow(part, whole.low - (high - own.high), whole.high - (low - own.low)) || again;
      }
    }
  }
  return ranges;
};

type Touching = (cell: number) => readonly Sum[];

const membersOf = ({ total, parts }: Sum): number[] => [total, ...parts];

/** The sums that hang together with a cell through hidden ones. */
const around = (cell: number, hidden: ReadonlySet<number>, touching: Touching): Sum[] => {
  const sums = new Set<Sum>();
  const seen = new Set([cell]);
  for (const at of seen)
    for (const sum of touching(at)) {
      sums.add(sum);
      for (const member of membersOf(sum)) if (hidden.has(member)) seen.add(member);
    }
  return [...sums];
};

const exposedAmong = (
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
 * Shown cells that could blur an exposed one, in the order in which they are given up: numbers beside it, numbers
 * further off, totals, zeros; the smaller first.
 */
const companions = (
  exposed: number,
  cells: readonly Cell[],
  hidden: ReadonlySet<number>,
  touching: Touching,
): number[] => {
  const near = new Set(touching(exposed).flatMap(membersOf));
  const all = new Set(around(exposed, hidden, touching).flatMap(membersOf));
  const rank = (at: number): number => {
    const { value, pinned } = cells[at] as Cell;
    if (value === 0n) return 3;
    return pinned ? 2 : near.has(at) ? 0 : 1;
  };
  return [...all]
    .filter((at) => !hidden.has(at) && cells[at]?.known !== true)
    .sort((a, b) => {
      const [left, right] = [(cells[a] as Cell).value, (cells[b] as Cell).value];
      return rank(a) - rank(b) || (left < right ? -1 : left > right ? 1 : a - b);
    });
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

/** Candidates that are tried one by one before the first is taken as it is. */
const tried = 40;

/** Sensitive cells that can be found all the same: none, unless earlier releases left nothing that would cover them. */
export const uncovered = (
  cells: readonly Cell[],
  hidden: ReadonlySet<number>,
  sums: readonly Sum[],
): number[] => [...exposedAmong(cells, hidden, sums)].filter((cell) => cells[cell]?.sensitive);

/**
 * Chooses which cells to hide: the sensitive ones, and as many others as it takes that no sensitive one can be found
 * by adding, subtracting, or weighing what the signs give away. Every sum that readers can make must be among `sums`.
 * @returns places of the cells to hide
 */
export const suppress = (cells: readonly Cell[], sums: readonly Sum[]): Set<number> => {
  const hidden = new Set(
    cells.flatMap(({ sensitive, known, withheld }, at) => ((sensitive || withheld) && !known ? [at] : [])),
  );
  const index = new Map<number, Sum[]>();
  for (const sum of sums)
    for (const cell of new Set(membersOf(sum))) {
      const known = index.get(cell);
      if (known) known.push(sum);
      else index.set(cell, [sum]);
    }
  const touching: Touching = (cell) => index.get(cell) ?? [];
  const isExposed = (cell: number): boolean =>
    exposedAmong(cells, hidden, around(cell, hidden, touching)).has(cell);
  /** Hides one more cell for an exposed one: the first that covers it by itself, else the cheapest. */
  const cover = (exposed: number): boolean => {
    const candidates = companions(exposed, cells, hidden, touching);
    for (const candidate of candidates.filter((at) => cells[at]?.pinned === false).slice(0, tried)) {
      hidden.add(candidate);
      if (!isExposed(exposed)) return true;
      hidden.delete(candidate);
    }
    const [cheapest] = candidates;
    if (cheapest !== undefined) hidden.add(cheapest);
    return cheapest !== undefined;
  };
  for (;;) {
    const covered = uncovered(cells, hidden, sums)
      .sort((a, b) => a - b)
      .filter((cell) => isExposed(cell))
      .filter((cell) => cover(cell));
    if (covered.length === 0) return hidden;
  }
};
