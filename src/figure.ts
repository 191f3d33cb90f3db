import type { Unit } from "./unit.ts";
import type { Words } from "./words.ts";

/** Value of a breakdown where the row states none. */
export const unstated = "未填";

/** A measured number. The three numbers are exact decimal strings; money is in yuan, a rate lies between 0 and 1. */
export interface Figure {
  /** `room.indicator`. */
  readonly indicator: string;
  /** `2018Q4`. */
  readonly quarter: string;
  /** `quarter` for the quarter itself, `year` for the reporting year to the quarter's end. */
  readonly span: "quarter" | "year";
  /** Dimension → value; empty for the total. */
  readonly by: Readonly<Record<string, string>>;
  /** Words for the value of `by` at that time, e.g. the township's name in that quarter. */
  readonly label?: Words;
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly unit: Unit;
  /** In a public edition: the signs that stand for numbers withheld (`<10`, `※`). */
  readonly hidden?: Hidden;
  /** Who stands behind an amount of money; never published. */
  readonly behind?: Behind;
}

/** What is printed in place of a number that is withheld. */
export interface Hidden {
  readonly value?: string;
  readonly numerator?: string;
  readonly denominator?: string;
}

/** Cases and persons behind an amount, and its two largest contributions; decimal strings. */
export interface Behind {
  readonly cases: string | null;
  readonly people: string | null;
  readonly largest: string | null;
  readonly second: string | null;
}
