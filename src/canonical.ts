import type { MoneyUnit } from "./money_unit.ts";

/**
 * What a kind of field says to DuckDB about its own cells: which of them the law (the field's zod type) takes as they
 * stand, so that a million of them need not pass through JavaScript. It may say too little, never too much: a cell
 * that is not canonical is read by the law. test/hybrid.test.ts holds the two together.
 */
export interface Canonical {
  /**
   * SQL that is true only of a cell which the law accepts without a word.
   * @param cell the SQL of the cell, a VARCHAR
   * @param unit the unit of money stated for the column
   */
  readonly when: (cell: string, unit?: MoneyUnit) => string;
  /** SQL of the canonical text that the law gives for such a cell. */
  readonly value: (cell: string, unit?: MoneyUnit) => string;
  /** True where such a cell may hold words that make its row a total, a note or a signature: 合计, 填表人：. */
  readonly words: boolean;
}

/** SQL: the whole cell fits the pattern (RE2). */
export const fits = (cell: string, pattern: string): string =>
  `regexp_full_match(${cell}, '${pattern.replaceAll("'", "''")}')`;

/** A kind whose canonical cells fit a pattern and are kept as they stand. */
export const asWritten = (pattern: string): Canonical => ({
  when: (cell) => fits(cell, pattern),
  value: (cell) => cell,
  words: false,
});
