import type { Figure } from "./figure.ts";
import type { Publication, PublishedIndicator } from "./publication.ts";
import type { Words } from "./words.ts";

/**
 * One figure: the place of its label among those of its breakdown (of its quarter where it is a total), value, numerator
 * and denominator as they were published, and the sign in place of a value that is withheld.
 */
export type ExploredRow = readonly [
  at: number,
  value: string | null,
  numerator: string | null,
  denominator: string | null,
  mark?: string,
];

/** The figures of one indicator: what the reader has chosen is fetched, and no more. */
export interface Explored extends Pick<PublishedIndicator, "formula" | "reading"> {
  readonly totals: readonly ExploredRow[];
  /** By dimension: how its values are called, and its figures by quarter. */
  readonly by: Readonly<
    Record<
      string,
      { readonly labels: readonly Words[]; readonly rows: Readonly<Record<string, readonly ExploredRow[]>> }
    >
  >;
}

/** What can be chosen: it grows neither with rows nor with quarters times townships. */
export interface Explorable {
  readonly quarters: readonly string[];
  readonly rooms: Publication["rooms"];
  readonly dimensions: readonly { readonly id: string; readonly words: Words }[];
  readonly indicators: readonly (Pick<
    PublishedIndicator,
    "id" | "room" | "words" | "unit" | "parts" | "by"
  > & {
    /** The file with its figures, beside this one. */
    readonly file: string;
  })[];
}

const rowOf = (at: number, { value, numerator, denominator, hidden }: Figure): ExploredRow =>
  hidden?.value === undefined
    ? [at, value, numerator, denominator]
    : [at, value, numerator, denominator, hidden.value];

/** Labels in the order in which they are first met: a township may be called otherwise in another quarter. */
class Labels {
  readonly all: Words[] = [];
  readonly #places = new Map<string, number>();

  placeOf(code: string, label: Words | undefined): number {
    const { zh, en } = label ?? { zh: code, en: code };
    const key = `${zh}\n${en}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.all.length);
    return this.all.push({ zh: zh || code, en: en || code }) - 1;
  }
}

/** The figures of quarters, indicator by indicator, as a reader explores them. */
export const explored = ({ indicators, quarters, figures }: Publication): Map<string, Explored> => {
  const places = new Map(quarters.map(({ id }, at) => [id, at]));
  interface Growing {
    readonly totals: ExploredRow[];
    readonly by: Record<string, { labels: Labels; rows: Record<string, ExploredRow[]> }>;
  }
  const growing = new Map(indicators.map(({ id }): [string, Growing] => [id, { totals: [], by: {} }]));
  for (const figure of figures) {
    const own = growing.get(figure.indicator);
    if (own === undefined || figure.span !== "quarter") continue;
    const [[dimension, code] = []] = Object.entries(figure.by);
    if (dimension === undefined || code === undefined) {
      own.totals.push(rowOf(places.get(figure.quarter) ?? 0, figure));
      continue;
    }
    own.by[dimension] ??= { labels: new Labels(), rows: {} };
    const { labels, rows } = own.by[dimension];
    rows[figure.quarter] ??= [];
    rows[figure.quarter]?.push(rowOf(labels.placeOf(code, figure.label), figure));
  }
  return new Map(
    indicators.map(({ id, formula, reading }) => {
      const { totals, by } = growing.get(id) as Growing;
      const told = Object.entries(by).map(([dimension, { labels, rows }]) => [
        dimension,
        { labels: labels.all, rows },
      ]);
      return [id, { formula, reading, totals, by: Object.fromEntries(told) }];
    }),
  );
};
