import Big from "big.js";
import type { Cell, Sum } from "./cell.ts";
import { uncovered } from "./exposed.ts";
import type { Figure, Hidden } from "./figure.ts";
import {
  adds,
  type Entry,
  grouped,
  guardedParts,
  isPersons,
  momentOf,
  type Part,
  scaled,
  tablesOf,
} from "./guarded.ts";
import type { Indicator } from "./indicator.ts";
import { reachedFrom } from "./knot.ts";
import { type Precedent, precedentOf } from "./precedent.ts";
import { suppress } from "./suppression.ts";
import type { Unit } from "./unit.ts";

/**
 * When a number says too much about few people. Source: the rules of disclosure of the reporting handbook: persons
 * one to nine, money of fewer than three cases or ten persons, money of which one case holds nearly all (p % rule).
 */
export interface Thresholds {
  /** Counts of persons from one up to this are hidden (exclusive). */
  readonly people: number;
  /** Money of fewer cases than this is hidden. */
  readonly cases: number;
  /** Money is hidden where all but the two largest cases make less than so many percent of the largest. */
  readonly dominance: number;
}

/** What stands in place of a number that is withheld, where even how small it is would tell something. */
export const other = "※";
const few = ({ people }: Thresholds): string => `<${people}`;

const isSensitive = (figure: Figure, unit: Unit, value: Big, limits: Thresholds): boolean => {
  if (value.eq(0)) return false;
  if (isPersons(unit)) return value.gt(0) && value.lt(limits.people);
  const { behind } = figure;
  if (!behind) return true;
  const [cases, people, largest, second] = [behind.cases, behind.people, behind.largest, behind.second].map(
    (n) => new Big(n ?? 0),
  ) as [Big, Big, Big, Big];
  const rest = value.abs().minus(largest).minus(second);
  return (
    cases.lt(limits.cases) || people.lt(limits.people) || rest.times(100).lt(largest.times(limits.dominance))
  );
};

/** What each series told in earlier releases, as one text. */
const toldBefore = (
  releases: readonly (readonly Figure[])[],
  indicators: ReadonlyMap<string, Indicator>,
): Map<string, string> => {
  const told = new Map<string, string>();
  for (const release of releases)
    for (const { series, figure, part } of guardedParts(release, indicators))
      told.set(series, `${told.get(series) ?? ""};${momentOf(figure)}:${figure[part]}`);
  return told;
};

/**
 * Numbers told twice under different names (市级人数 and 人数 by level) are one cell: hidden or shown together.
 * @param before what each series told in earlier releases: what differed then is not the same now
 */
const identities = (entries: readonly Entry[], before: ReadonlyMap<string, string>): Map<Entry, number> => {
  /** Series that told the same are one, under the number of the first. */
  const series = new Map<string, number>();
  const cells = new Map<string, number>();
  const known = new Map<Entry, number>();
  for (const own of grouped(entries, (entry) => entry.series)) {
    const name = own[0]?.series ?? "";
    const room = name.split(".")[0] ?? "";
    const money = own[0]?.unit === "yuan";
    const told = own
      .map((e) => `${momentOf(e.figure)}:${e.value.toFixed()}`)
      .sort()
      .join(";");
    const same = own.some((e) => !e.value.eq(0))
      ? `${room} ${money} ${told} ${before.get(name) ?? ""}`
      : name;
    const at = series.get(same) ?? series.size;
    series.set(same, at);
    for (const entry of own) {
      const cell = `${at} @ ${momentOf(entry.figure)}`;
      const place = cells.get(cell) ?? cells.size;
      cells.set(cell, place);
      known.set(entry, place);
    }
  }
  return known;
};

const cellsOf = (entries: readonly Entry[], cell: (entry: Entry) => number, limits: Thresholds): Cell[] => {
  const cells: Cell[] = [];
  for (const entry of entries) {
    const at = cell(entry);
    const before = cells[at];
    const persons = isPersons(entry.unit);
    const told: readonly [bigint, bigint] = [100n, BigInt(limits.people - 1) * 100n];
    cells[at] = {
      value: scaled(entry.value),
      sensitive: entry.sensitive || (before?.sensitive ?? false),
      pinned: entry.heading === "" || (before?.pinned ?? false),
      ...(entry.sensitive && persons && { told }),
    };
  }
  return cells;
};

const entriesOf = (
  figures: readonly Figure[],
  indicators: ReadonlyMap<string, Indicator>,
  limits: Thresholds,
): Entry[] =>
  guardedParts(figures, indicators).flatMap((guarded): Entry[] => {
    const { figure, part, unit } = guarded;
    const text = figure[part];
    if (text === null) return [];
    const value = new Big(text);
    return [{ ...guarded, value, sensitive: isSensitive(figure, unit, value, limits) }];
  });

/** Numbers with some of their parts hidden, and what would tell those. */
export const withheldIn = <T extends Pick<Figure, "value" | "numerator" | "denominator" | "hidden">>(
  figure: T,
  indicator: Indicator,
  marks: Partial<Record<Part, string>>,
): T => {
  if (Object.keys(marks).length === 0) return figure;
  const hidden: { -readonly [K in keyof Hidden]: Hidden[K] } = { ...marks };
  if (indicator.parts) {
    // A rate goes with its cell; what was added up over hidden persons goes with them.
    hidden.value = other;
    if (marks.denominator && indicator.parts.numerator === "score") hidden.numerator = other;
  } else hidden.numerator = marks.value ?? other;
  const shown = (part: Part): string | null => (hidden[part] === undefined ? figure[part] : null);
  return {
    ...figure,
    value: shown("value"),
    numerator: shown("numerator"),
    denominator: shown("denominator"),
    hidden,
  };
};

const withheld = (
  { behind: _, ...open }: Figure,
  indicator: Indicator,
  marks: Partial<Record<Part, string>>,
): Figure => withheldIn(open, indicator, marks);

/** Figures as the public may have them. */
export interface Disclosed {
  readonly figures: readonly Figure[];
  /**
   * Numbers that earlier releases left nothing to cover with. Whatever could stand in a sum with them is withheld, so
   * these figures give none of them away; but they are no state to freeze in a release, or to hand up.
   */
  readonly uncovered: number;
  /** Indicators of which all was withheld for that reason, in whichever years. */
  readonly closed: readonly string[];
}

/**
 * The figures as the public may have them: numbers that say too much about few people are hidden, and with them
 * whatever they could be found from; totals and zeros stay wherever that can be. Where earlier releases leave nothing
 * that would cover a number, everything goes that is in a sum with it, or with what is: a whole indicator, for that year.
 * @param indicators by full name
 * @param releases figures of earlier releases, as they were told: what these withheld stays withheld, and nothing that
 *   they tell helps to find a hidden number
 */
export const disclosed = (
  figures: readonly Figure[],
  indicators: ReadonlyMap<string, Indicator>,
  limits: Thresholds,
  releases: readonly (readonly Figure[])[] = [],
): Disclosed => {
  const entries = entriesOf(figures, indicators, limits);
  const identity = identities(entries, toldBefore(releases, indicators));
  const cell = (entry: Entry): number => identity.get(entry) as number;
  const own = cellsOf(entries, cell, limits);
  const tables = tablesOf(entries);
  const refuted = new Set(tables.filter((table) => !adds(table)).map(({ name }) => name));
  const sums = tables
    .filter(adds)
    .map(({ total, parts }): Sum => ({ total: cell(total), parts: parts.map(cell) }));
  const past: Precedent = precedentOf(releases, indicators, { entries, cell, cells: own, refuted });
  const all = [...sums, ...past.sums];
  const hidden = suppress(past.cells, all);
  const bare = uncovered(past.cells, hidden, all);
  const reached = reachedFrom(bare, all);
  const marks = new Map<Figure, Partial<Record<Part, string>>>();
  for (const entry of entries) {
    const at = cell(entry);
    if (!hidden.has(at) && !own[at]?.sensitive && !reached.has(at)) continue;
    // `<10` tells something, too.
    const mark = own[at]?.sensitive && isPersons(entry.unit) && !reached.has(at) ? few(limits) : other;
    marks.set(entry.figure, { ...marks.get(entry.figure), [entry.part]: mark });
  }
  return {
    figures: figures.map((figure) => {
      const indicator = indicators.get(figure.indicator);
      return indicator ? withheld(figure, indicator, marks.get(figure) ?? {}) : figure;
    }),
    uncovered: bare.length,
    closed: [
      ...new Set(entries.filter((e) => reached.has(cell(e))).map(({ figure }) => figure.indicator)),
    ].sort(),
  };
};
