import Big from "big.js";
import type { Figure, Hidden } from "./figure.ts";
import type { Indicator } from "./indicator.ts";
import { type Cell, type Sum, suppress } from "./suppression.ts";
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

type Part = "value" | "numerator" | "denominator";

const other = "※";
const few = ({ people }: Thresholds): string => `<${people}`;

const isPersons = (unit: Unit): boolean => unit === "person" || unit === "person_time";

/** The parts of an indicator that are numbers of their own: numerator and denominator, or the value alone. */
const partsOf = (indicator: Indicator): readonly (readonly [Part, Unit])[] =>
  indicator.parts
    ? [
        ["numerator", indicator.parts.numerator],
        ["denominator", indicator.parts.denominator],
      ]
    : [["value", indicator.unit]];

const isGuarded = (indicator: Indicator, unit: Unit): boolean =>
  unit === "yuan" ? indicator.behind !== undefined : isPersons(unit) && !indicator.inOffice;

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

interface Entry {
  readonly figure: Figure;
  readonly part: Part;
  readonly unit: Unit;
  readonly value: Big;
  readonly sensitive: boolean;
  /** Series it belongs to: one number of one indicator under one heading, over time. */
  readonly series: string;
}

const headingOf = ({ by }: Figure): string => Object.entries(by).flat().join("=");
const yearOf = ({ quarter }: Figure): string => quarter.slice(0, 4);
const momentOf = ({ span, quarter }: Figure): string => `${span} ${quarter}`;

/** Numbers told twice under different names (市级人数 and 人数 by level) are one cell: hidden or shown together. */
const identities = (entries: readonly Entry[]): Map<Entry, number> => {
  const series = new Map<string, Entry[]>();
  for (const entry of entries) series.set(entry.series, [...(series.get(entry.series) ?? []), entry]);
  const cells = new Map<string, number>();
  const known = new Map<Entry, number>();
  for (const [name, own] of series) {
    const room = name.split(".")[0] ?? "";
    const money = own[0]?.unit === "yuan";
    const told = own
      .map((e) => `${momentOf(e.figure)}:${e.value.toFixed()}`)
      .sort()
      .join(";");
    const same = own.some((e) => !e.value.eq(0)) ? `${room} ${money} ${told}` : name;
    for (const entry of own) {
      const cell = `${same} @ ${momentOf(entry.figure)}`;
      if (!cells.has(cell)) cells.set(cell, cells.size);
      known.set(entry, cells.get(cell) as number);
    }
  }
  return known;
};

const grouped = <T>(all: readonly T[], key: (one: T) => string): T[][] => {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return [...groups.values()];
};

const adds = (total: Entry, parts: readonly Entry[]): boolean =>
  parts.length > 0 && parts.reduce((sum, part) => sum.plus(part.value), new Big(0)).eq(total.value);

/** The sums that a reader can make: a breakdown adds up to its total, quarters to the year so far. */
const sumsOf = (entries: readonly Entry[], cell: (entry: Entry) => number): Sum[] => {
  const sums: Sum[] = [];
  const add = (total: Entry | undefined, parts: readonly Entry[]): void => {
    if (total && adds(total, parts)) sums.push({ total: cell(total), parts: parts.map(cell) });
  };
  const ofOne = (e: Entry): string => `${e.figure.indicator} ${e.part}`;
  for (const group of grouped(entries, (e) => `${ofOne(e)} ${momentOf(e.figure)}`)) {
    const total = group.find((e) => headingOf(e.figure) === "");
    for (const parts of grouped(group, (e) => Object.keys(e.figure.by)[0] ?? ""))
      if (parts[0] && headingOf(parts[0].figure) !== "") add(total, parts);
  }
  for (const group of grouped(entries, (e) => `${ofOne(e)} ${headingOf(e.figure)} ${yearOf(e.figure)}`)) {
    const quarters = group.filter((e) => e.figure.span === "quarter");
    for (const total of group.filter((e) => e.figure.span === "year"))
      add(
        total,
        quarters.filter((e) => e.figure.quarter <= total.figure.quarter),
      );
  }
  return sums;
};

const scaled = (value: Big): bigint => BigInt(value.times(100).toFixed(0));

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
      pinned: headingOf(entry.figure) === "" || (before?.pinned ?? false),
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
  figures.flatMap((figure) => {
    const indicator = indicators.get(figure.indicator);
    if (!indicator) return [];
    return partsOf(indicator).flatMap(([part, unit]): Entry[] => {
      const text = figure[part];
      if (text === null || !isGuarded(indicator, unit)) return [];
      const value = new Big(text);
      const series = `${figure.indicator} ${part} ${headingOf(figure)}`;
      return [{ figure, part, unit, value, sensitive: isSensitive(figure, unit, value, limits), series }];
    });
  });

const withheld = (figure: Figure, indicator: Indicator, marks: Partial<Record<Part, string>>): Figure => {
  const { behind: _, ...open } = figure;
  if (Object.keys(marks).length === 0) return open;
  const hidden: { -readonly [K in keyof Hidden]: Hidden[K] } = { ...marks };
  if (indicator.parts) {
    // A rate goes with its cell; what was added up over hidden persons goes with them.
    hidden.value = other;
    if (marks.denominator && indicator.parts.numerator === "score") hidden.numerator = other;
  } else hidden.numerator = marks.value ?? other;
  const shown = (part: Part): string | null => (hidden[part] === undefined ? figure[part] : null);
  return {
    ...open,
    value: shown("value"),
    numerator: shown("numerator"),
    denominator: shown("denominator"),
    hidden,
  };
};

/**
 * The figures as the public may have them: numbers that say too much about few people are hidden, and with them
 * whatever they could be found from; totals and zeros stay wherever that can be.
 * @param indicators by full name
 */
export const disclosed = (
  figures: readonly Figure[],
  indicators: ReadonlyMap<string, Indicator>,
  limits: Thresholds,
): Figure[] => {
  const entries = entriesOf(figures, indicators, limits);
  const identity = identities(entries);
  const cell = (entry: Entry): number => identity.get(entry) as number;
  const cells = cellsOf(entries, cell, limits);
  const hidden = suppress(cells, sumsOf(entries, cell));
  const marks = new Map<Figure, Partial<Record<Part, string>>>();
  for (const entry of entries) {
    const at = cell(entry);
    if (!hidden.has(at)) continue;
    const mark = cells[at]?.sensitive && isPersons(entry.unit) ? few(limits) : other;
    marks.set(entry.figure, { ...marks.get(entry.figure), [entry.part]: mark });
  }
  return figures.map((figure) => {
    const indicator = indicators.get(figure.indicator);
    return indicator ? withheld(figure, indicator, marks.get(figure) ?? {}) : figure;
  });
};
