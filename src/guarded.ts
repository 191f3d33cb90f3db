import Big from "big.js";
import type { Figure } from "./figure.ts";
import type { Indicator } from "./indicator.ts";
import type { Unit } from "./unit.ts";

export type Part = "value" | "numerator" | "denominator";

export const isPersons = (unit: Unit): boolean => unit === "person" || unit === "person_time";

/** The parts of an indicator that are numbers of their own: numerator and denominator, or the value alone. */
export const partsOf = (indicator: Indicator): readonly (readonly [Part, Unit])[] =>
  indicator.parts
    ? [
        ["numerator", indicator.parts.numerator],
        ["denominator", indicator.parts.denominator],
      ]
    : [["value", indicator.unit]];

/** Whether a part of an indicator may say too much about few people. */
export const isGuarded = (indicator: Indicator, unit: Unit): boolean =>
  unit === "yuan" ? indicator.behind !== undefined : isPersons(unit) && !indicator.inOffice;

/** A number that may be guarded, told or not, and where it stands. */
export interface Guarded {
  readonly figure: Figure;
  readonly part: Part;
  readonly unit: Unit;
  /** What of the indicator it is about, like `area=330000`; empty for all of it. */
  readonly heading: string;
  /** Series it belongs to: one number of one indicator under one heading, over time. */
  readonly series: string;
}

/** A number that is told, before anything is withheld. */
export interface Entry extends Guarded {
  readonly value: Big;
  readonly sensitive: boolean;
}

const headingOf = ({ by }: Figure): string => Object.entries(by).flat().join("=");
const yearOf = ({ quarter }: Figure): string => quarter.slice(0, 4);
export const momentOf = ({ span, quarter }: Figure): string => `${span} ${quarter}`;

/** The guarded parts of figures, told or not, in the order of the figures. */
export const guardedParts = (
  figures: readonly Figure[],
  indicators: ReadonlyMap<string, Indicator>,
): Guarded[] =>
  figures.flatMap((figure) => {
    const indicator = indicators.get(figure.indicator);
    if (!indicator) return [];
    const heading = headingOf(figure);
    return partsOf(indicator)
      .filter(([, unit]) => isGuarded(indicator, unit))
      .map(([part, unit]) => ({
        figure,
        part,
        unit,
        heading,
        series: `${figure.indicator} ${part} ${heading}`,
      }));
  });

/** Things in groups of one key, in the order in which they first come. */
export const grouped = <T>(all: readonly T[], key: (one: T) => string): T[][] => {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const own = key(one);
    const group = groups.get(own);
    if (group) group.push(one);
    else groups.set(own, [one]);
  }
  return [...groups.values()];
};

/** A total and what may add up to it. `name` is the same for the same sum in every edition. */
export interface Table<T> {
  readonly name: string;
  readonly total: T;
  readonly parts: readonly T[];
}

/** The sums that a reader may try: a breakdown to its total, quarters to the year so far. */
export const tablesOf = <T extends Guarded>(entries: readonly T[]): Table<T>[] => {
  const tables: Table<T>[] = [];
  const ofOne = (e: T): string => `${e.figure.indicator} ${e.part}`;
  for (const group of grouped(entries, (e) => `${ofOne(e)} ${momentOf(e.figure)}`)) {
    const total = group.find(({ heading }) => heading === "");
    if (!total) continue;
    for (const parts of grouped(group, (e) => Object.keys(e.figure.by)[0] ?? ""))
      if (parts[0] && parts[0].heading !== "")
        tables.push({
          name: `${ofOne(total)} ${momentOf(total.figure)} by ${Object.keys(parts[0].figure.by)[0]}`,
          total,
          parts,
        });
  }
  for (const group of grouped(entries, (e) => `${e.series} ${yearOf(e.figure)}`)) {
    const quarters = group.filter((e) => e.figure.span === "quarter");
    for (const total of group.filter((e) => e.figure.span === "year"))
      tables.push({
        name: `${total.series} ${momentOf(total.figure)}`,
        total,
        parts: quarters.filter((e) => e.figure.quarter <= total.figure.quarter),
      });
  }
  return tables;
};

export const adds = ({ total, parts }: Table<Entry>): boolean =>
  parts.length > 0 && parts.reduce((sum, part) => sum.plus(part.value), new Big(0)).eq(total.value);

/** A number as the cells have it: hundredths, whole. */
export const scaled = (value: Big): bigint => BigInt(value.times(100).toFixed(0));
