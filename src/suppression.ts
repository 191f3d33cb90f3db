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

/** A sum as narrowing sees it: what of it is shown is one number. */
interface Balance {
  readonly total: Range;
  readonly shown: bigint;
  /** Hidden parts, as often as they count. */
  readonly parts: readonly Range[];
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

type Touching = (cell: number) => readonly Sum[];

const membersOf = ({ total, parts }: Sum): number[] => [total, ...parts];

/** Which sums a cell is in. */
const touchingIn = (sums: readonly Sum[]): Touching => {
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

const knotOf = (cell: number, hidden: ReadonlySet<number>, touching: Touching): Knot => {
  const sums = new Set<Sum>();
  const cells = new Set([cell]);
  for (const at of cells)
    for (const sum of touching(at)) {
      if (sums.has(sum)) continue;
      sums.add(sum);
      for (const member of membersOf(sum)) if (hidden.has(member)) cells.add(member);
    }
  return { cells, sums: [...sums] };
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
  const all = new Set(knotOf(exposed, hidden, touching).sums.flatMap(membersOf));
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
/** In a larger knot a candidate is judged by the sums that the exposed cell is in; the next round looks at the whole. */
const largest = 100;

/**
 * Hidden cells that can be found, kept up to date while more are hidden: knot by knot, and only those that changed. Of
 * two hundred townships in forty quarters there are thousands of knots, of which few ever change.
 */
class Exposed {
  readonly #cells: readonly Cell[];
  readonly #hidden: ReadonlySet<number>;
  readonly #touching: Touching;
  readonly #order: ReadonlyMap<Sum, number>;
  readonly #found = new Set<number>();

  constructor(
    cells: readonly Cell[],
    hidden: ReadonlySet<number>,
    sums: readonly Sum[],
    touching: Touching = touchingIn(sums),
  ) {
    this.#cells = cells;
    this.#hidden = hidden;
    this.#touching = touching;
    this.#order = new Map(sums.map((sum, i) => [sum, i]));
    this.look(hidden);
  }

  /** Looks again at the knots of these hidden cells. */
  look(at: Iterable<number>): void {
    const seen = new Set<number>();
    for (const cell of at) {
      if (seen.has(cell)) continue;
      const knot = knotOf(cell, this.#hidden, this.#touching);
      for (const member of knot.cells) {
        seen.add(member);
        this.#found.delete(member);
      }
      const place = (sum: Sum): number => this.#order.get(sum) as number;
      const sums = [...knot.sums].sort((a, b) => place(a) - place(b));
      for (const found of exposedAmong(this.#cells, this.#hidden, sums)) this.#found.add(found);
    }
  }

  /** In the order of the cells. */
  get sensitive(): number[] {
    return [...this.#found].filter((cell) => this.#cells[cell]?.sensitive).sort((a, b) => a - b);
  }
}

/** Sensitive cells that can be found all the same: none, unless earlier releases left nothing that would cover them. */
export const uncovered = (
  cells: readonly Cell[],
  hidden: ReadonlySet<number>,
  sums: readonly Sum[],
): number[] => new Exposed(cells, hidden, sums).sensitive;

/**
 * Chooses which cells to hide: the sensitive ones, and as many others as it takes that no sensitive one can be found
 * by adding, subtracting, or weighing what the signs give away. Every sum that readers can make must be among `sums`.
 * @returns places of the cells to hide
 */
export const suppress = (cells: readonly Cell[], sums: readonly Sum[]): Set<number> => {
  const hidden = new Set(
    cells.flatMap(({ sensitive, known, withheld }, at) => ((sensitive || withheld) && !known ? [at] : [])),
  );
  const touching = touchingIn(sums);
  const exposed = new Exposed(cells, hidden, sums, touching);
  const isExposedIn = (cell: number, among: readonly Sum[]): boolean =>
    exposedAmong(cells, hidden, among).has(cell);
  /** What few sums give away all of them do. */
  const isExposed = (cell: number): boolean => {
    const near = touching(cell);
    if (isExposedIn(cell, near)) return true;
    const { sums: all } = knotOf(cell, hidden, touching);
    return all.length > near.length && all.length <= largest && isExposedIn(cell, all);
  };
  /** Hides one more cell for an exposed one: the first that covers it by itself, else the cheapest. */
  const cover = (cell: number): number[] => {
    const candidates = companions(cell, cells, hidden, touching);
    for (const candidate of candidates.filter((at) => cells[at]?.pinned === false).slice(0, tried)) {
      hidden.add(candidate);
      if (!isExposed(cell)) return [candidate];
      hidden.delete(candidate);
    }
    const [cheapest] = candidates;
    if (cheapest === undefined) return [];
    hidden.add(cheapest);
    return [cheapest];
  };
  for (;;) {
    const more = exposed.sensitive.flatMap(cover);
    if (more.length === 0) return hidden;
    exposed.look(more);
  }
};
