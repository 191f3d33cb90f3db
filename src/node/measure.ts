import { type Figure, unstated } from "../figure.ts";
import type { Dimension, Indicator } from "../indicator.ts";
import { quotient } from "../quotient.ts";
import { type Words, words } from "../words.ts";
import { unsentModels, unsentRegisters } from "./lineage.ts";
import { failing } from "./shortage.ts";
import { literal, modelName, name } from "./sql.ts";
import type { Warehouse } from "./warehouse.ts";

/** An indicator with the full name it goes by. */
export interface Named extends Indicator {
  /** `room.indicator` */
  readonly name: string;
}

const standing = ({ cases, people, amount }: NonNullable<Indicator["behind"]>): string => `,
  CAST(${cases} AS VARCHAR) AS cases, CAST(${people} AS VARCHAR) AS people,
  CAST(max(${amount}, 2)[1] AS VARCHAR) AS largest, CAST(max(${amount}, 2)[2] AS VARCHAR) AS second`;

/**
 * The query that measures an indicator over periods (a quarter, or the year to its end): the total and each
 * breakdown by itself.
 */
export const measureSql = (
  { from: model, where, value, numerator, denominator, behind, by = {} }: Indicator,
  span: Figure["span"],
): string => {
  const columns = Object.values(by);
  const dims = columns.map(
    (column, i) => `, coalesce(CAST(${name(column)} AS VARCHAR), ${literal(unstated)}) AS d${i}`,
  );
  const sets = ["(p.period)", ...columns.map((_, i) => `(p.period, d${i})`)];
  const join = span === "quarter" ? "q.quarter = p.quarter" : "q.quarter <= p.quarter AND q.year = p.year";
  return `
WITH p AS (SELECT quarter AS period, quarter, year FROM calendar.quarters),
spans AS (SELECT p.period, q.quarter FROM p JOIN calendar.quarters q ON ${join}),
counted AS (SELECT m.*${dims.join("")} FROM ${modelName(model)} m${where ? ` WHERE ${where}` : ""})
SELECT p.period, ${columns.map((_, i) => `CASE WHEN GROUPING(d${i}) = 0 THEN d${i} END AS d${i}, `).join("")}
  CAST(${numerator} AS VARCHAR) AS numerator,
  CAST(${denominator ?? "NULL"} AS VARCHAR) AS denominator,
  CAST(${value ?? "NULL"} AS VARCHAR) AS value${behind ? standing(behind) : ""}
FROM counted JOIN spans p USING (quarter)
GROUP BY GROUPING SETS (${sets.join(", ")})
ORDER BY ALL`.trim();
};

const emptySql = ({ from: model, where, value, numerator, denominator }: Indicator): string =>
  `SELECT CAST(${numerator} AS VARCHAR) AS numerator, CAST(${denominator ?? "NULL"} AS VARCHAR) AS denominator,
    CAST(${value ?? "NULL"} AS VARCHAR) AS value FROM ${modelName(model)} WHERE false${where ? ` AND (${where})` : ""}`;

/** The value that three measured numbers make: the quotient, or the numerator alone, or what the indicator says itself. */
export const settled = (
  indicator: Pick<Indicator, "value" | "denominator" | "unit">,
  { numerator, denominator, value }: Pick<Figure, "numerator" | "denominator" | "value">,
): string | null =>
  indicator.value
    ? value
    : indicator.denominator
      ? quotient(numerator, denominator, indicator.unit)
      : numerator;

type Numbers = Pick<Figure, "numerator" | "denominator" | "value" | "behind">;

const numbersOf = (indicator: Indicator, row: Record<string, string | null> | undefined): Numbers => {
  const numerator = row?.numerator ?? null;
  const denominator = row?.denominator ?? null;
  const value = settled(indicator, { numerator, denominator, value: row?.value ?? null });
  if (!indicator.behind) return { numerator, denominator, value };
  const [cases, people, largest, second] = [row?.cases, row?.people, row?.largest, row?.second].map(
    (n) => n ?? null,
  );
  return {
    numerator,
    denominator,
    value,
    behind: {
      cases: cases ?? null,
      people: people ?? null,
      largest: largest ?? null,
      second: second ?? null,
    },
  };
};

type Labels = (dimension: string, value: string, quarter: string) => Words | undefined;

const labelsOf = async (warehouse: Warehouse, dimensions: readonly Dimension[]): Promise<Labels> => {
  const known = new Map<string, Words>();
  for (const { id, labels, values } of dimensions) {
    for (const [value, said] of Object.entries(values ?? {})) known.set(`${id}/${value}`, said);
    if (!labels) continue;
    for (const row of await warehouse.rows(
      `SELECT value, quarter, zh, en FROM ${modelName(labels)} ORDER BY ALL`,
    ))
      known.set(row.quarter === null ? `${id}/${row.value}` : `${id}/${row.value}/${row.quarter}`, {
        zh: row.zh ?? "",
        en: row.en ?? row.zh ?? "",
      });
  }
  return (dimension, value, quarter) =>
    value === unstated
      ? words(unstated, "not stated")
      : (known.get(`${dimension}/${value}/${quarter}`) ?? known.get(`${dimension}/${value}`));
};

const figuresOf = async (
  warehouse: Warehouse,
  indicator: Named,
  span: Figure["span"],
  quarters: readonly string[],
  labels: Labels,
): Promise<Figure[]> => {
  const sql = measureSql(indicator, span);
  const failed = failing(`指标 ${indicator.name} 无法计算`, `${indicator.name} cannot be measured`);
  const rows = await warehouse.rows(sql).catch(failed);
  const dimensions = Object.keys(indicator.by ?? {});
  const totals = new Map(
    rows.filter((row) => dimensions.every((_, i) => row[`d${i}`] === null)).map((row) => [row.period, row]),
  );
  const [empty] = quarters.every((quarter) => totals.has(quarter))
    ? []
    : await warehouse.rows(emptySql(indicator)).catch(failed);
  const figure = (quarter: string, by: Figure["by"], numbers: Numbers): Figure => {
    const [entry] = Object.entries(by);
    const label = entry && labels(entry[0], entry[1], quarter);
    return {
      indicator: indicator.name,
      quarter,
      span,
      by,
      ...(label && { label }),
      ...numbers,
      unit: indicator.unit,
    };
  };
  // Each row is looked at once for each axis: quarters times rows would be too many.
  const parts = dimensions.map((dimension, i) => {
    const own = new Map<string, Figure[]>(quarters.map((quarter) => [quarter, []]));
    for (const row of rows) {
      const member = row[`d${i}`] ?? null;
      const quarter = row.period ?? "";
      if (member !== null)
        own.get(quarter)?.push(figure(quarter, { [dimension]: member }, numbersOf(indicator, row)));
    }
    return own;
  });
  return quarters.flatMap((quarter) => [
    figure(quarter, {}, numbersOf(indicator, totals.get(quarter) ?? empty)),
    ...parts.flatMap((own) => own.get(quarter) ?? []),
  ]);
};

/** No data: nobody handed in what the indicator is made from, and that is not the same as nothing having happened. */
const blank = (indicator: Named, quarter: string): Figure[] =>
  (indicator.span === "flow" ? (["quarter", "year"] as const) : (["quarter"] as const)).map((span) => ({
    indicator: indicator.name,
    quarter,
    span,
    by: {},
    value: null,
    numerator: null,
    denominator: null,
    unit: indicator.unit,
  }));

/**
 * Measures every indicator in every quarter; flows also for the reporting year so far.
 * @param yearly breakdowns of the year so far as well: the public edition has its total alone
 */
export const measure = async (
  warehouse: Warehouse,
  indicators: readonly Named[],
  dimensions: readonly Dimension[],
  quarters: readonly string[],
  yearly = true,
): Promise<Figure[]> => {
  const labels = await labelsOf(warehouse, dimensions);
  const unsent = await unsentModels(warehouse);
  const registers = await unsentRegisters(warehouse);
  const figures: Figure[] = [];
  for (const indicator of indicators) {
    if (unsent.has(indicator.from) || indicator.needs?.some((id) => registers.has(id))) {
      figures.push(...quarters.flatMap((quarter) => blank(indicator, quarter)));
      continue;
    }
    // One by one: as many arguments as figures would be more than a call takes.
    const own = await figuresOf(warehouse, indicator, "quarter", quarters, labels);
    for (const figure of own) figures.push(figure);
    if (indicator.span !== "flow") continue;
    const { by, ...total } = indicator;
    const year = await figuresOf(warehouse, yearly ? indicator : total, "year", quarters, labels);
    for (const figure of year) figures.push(figure);
  }
  return figures;
};
