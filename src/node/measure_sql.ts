import { type Figure, unstated } from "../figure.ts";
import type { Indicator } from "../indicator.ts";
import { literal, modelName, name } from "./sql.ts";

/** Aggregates side by side in one query at most: each may hold a set of its own of what it has seen. */
const most = 8;

/** What is asked of the same rows, broken down alike, can be asked at once. */
const asksOf = ({ from, where, by = {} }: Indicator): string =>
  JSON.stringify([from, where ?? "", Object.values(by)]);

/** Puts indicators together that one query can measure. Each group is in the order given. */
export const together = <T extends Indicator>(indicators: readonly T[]): T[][] => {
  const groups = new Map<string, T[][]>();
  for (const indicator of indicators) {
    const own = groups.get(asksOf(indicator)) ?? [];
    groups.set(asksOf(indicator), own);
    const last = own.at(-1);
    if (last && last.length < most) last.push(indicator);
    else own.push([indicator]);
  }
  return [...groups.values()].flat();
};

const standing = ({ cases, people, amount }: NonNullable<Indicator["behind"]>, at: string): string => `,
  CAST(${cases} AS VARCHAR) AS cases${at}, CAST(${people} AS VARCHAR) AS people${at},
  CAST(max(${amount}, 2)[1] AS VARCHAR) AS largest${at}, CAST(max(${amount}, 2)[2] AS VARCHAR) AS second${at}`;

/** SQL of an indicator's numbers as texts. @param at stands behind the name of each */
const numbers = ({ value, numerator, denominator, behind }: Indicator, at: string): string =>
  `CAST(${numerator} AS VARCHAR) AS numerator${at},
  CAST(${denominator ?? "NULL"} AS VARCHAR) AS denominator${at},
  CAST(${value ?? "NULL"} AS VARCHAR) AS value${at}${behind ? standing(behind, at) : ""}`;

/** The place of an indicator among those of its query, as it stands behind the names of its numbers. */
export const placeOf = (i: number): string => (i === 0 ? "" : `_${i}`);

const allNumbers = (indicators: readonly Indicator[]): string =>
  indicators.map((one, i) => numbers(one, placeOf(i))).join(",\n  ");

/** A part of the periods that can be asked about. */
export interface Only {
  readonly periods: readonly string[];
  /** The quarters that they are made of, where there are others: a view then works out no row of those. */
  readonly quarters?: readonly string[] | undefined;
}

/** How rows are told apart by what the columns of a breakdown say. */
interface Grouping {
  /** What every row is given beside its own columns. */
  readonly beside: string;
  /** What the query gives of each column: a member, or nothing where the numbers are not of this breakdown. */
  readonly members: readonly string[];
  readonly by: string;
  readonly order: string;
}

/** The total and each breakdown as a set of its own: each row is looked at once. */
const bySets = (members: readonly string[]): Grouping => ({
  beside: members.map((member, i) => `, ${member} AS d${i}`).join(""),
  members: members.map((_, i) => `CASE WHEN GROUPING(d${i}) = 0 THEN d${i} END AS d${i}`),
  by: `GROUPING SETS (${["(p.period)", ...members.map((_, i) => `(p.period, d${i})`)].join(", ")})`,
  order: "ALL",
});

/**
 * The same numbers in the same order, each row laid out once for the total and once for each breakdown. Of few rows this
 * takes a third less: for every set, and for every distinct count within it, DuckDB 1.5.6 clears a table of two
 * megabytes first. Of a million it takes a third more.
 */
const byAxes = (members: readonly string[]): Grouping => {
  const total = members.length;
  return {
    beside: `, unnest([${[...members.keys(), total].join(", ")}]) AS _axis, unnest([${[...members, "NULL"].join(", ")}]) AS _member`,
    members: members.map((_, i) => `CASE WHEN _axis = ${i} THEN _member END AS d${i}`),
    by: "p.period, _axis, _member",
    order: "p.period, _axis, _member",
  };
};

/**
 * The query that measures an indicator over periods (a quarter, or the year to its end): the total and each
 * breakdown by itself. More indicators of the same rows are measured beside it.
 * @param only what is asked about; all periods of the calendar by default
 * @param areFew whether there are few rows, in the order of a hundred thousand
 */
export const measureSql = (
  indicator: Indicator,
  span: Figure["span"],
  others: readonly Indicator[] = [],
  only?: Only,
  areFew = false,
): string => {
  const { from: model, where, by = {} } = indicator;
  const grouping = (areFew && Object.keys(by).length > 0 ? byAxes : bySets)(
    Object.values(by).map((column) => `coalesce(CAST(${name(column)} AS VARCHAR), ${literal(unstated)})`),
  );
  const join = span === "quarter" ? "q.quarter = p.quarter" : "q.quarter <= p.quarter AND q.year = p.year";
  const among = (texts: readonly string[]): string => `quarter IN (${texts.map(literal).join(", ")})`;
  const rows = [where && only ? `(${where})` : where, only?.quarters && `m.${among(only.quarters)}`]
    .filter(Boolean)
    .join(" AND ");
  return `
WITH p AS (SELECT quarter AS period, quarter, year FROM calendar.quarters${only ? ` WHERE ${among(only.periods)}` : ""}),
spans AS (SELECT p.period, q.quarter FROM p JOIN calendar.quarters q ON ${join}),
counted AS (SELECT m.*${grouping.beside} FROM ${modelName(model)} m${rows ? ` WHERE ${rows}` : ""})
SELECT p.period, ${grouping.members.map((member) => `${member}, `).join("")}
  ${allNumbers([indicator, ...others])}
FROM counted JOIN spans p USING (quarter)
GROUP BY ${grouping.by}
ORDER BY ${grouping.order}`.trim();
};

/** The query that gives what indicators of the same rows are where there are none. */
export const emptySql = (indicators: readonly [Indicator, ...Indicator[]]): string => {
  const [{ from: model, where }] = indicators;
  return `SELECT ${allNumbers(indicators)} FROM ${modelName(model)} WHERE false${where ? ` AND (${where})` : ""}`;
};
