import type { Unit } from "./unit.ts";
import type { Words } from "./words.ts";

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
}
