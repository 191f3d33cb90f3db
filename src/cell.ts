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
