import { type Figure, unstated } from "../figure.ts";
import type { Dimension, Indicator } from "../indicator.ts";
import { quotient } from "../quotient.ts";
import { type Words, words } from "../words.ts";
import { atOnce } from "./at_once.ts";
import type { FiguresKept } from "./figures_kept.ts";
import { unsentModels, unsentRegisters } from "./lineage.ts";
import { emptySql, measureSql, type Only, placeOf, together } from "./measure_sql.ts";
import { failing } from "./shortage.ts";
import { modelName } from "./sql.ts";
import type { Warehouse } from "./warehouse.ts";

/** An indicator with the full name it goes by. */
export interface Named extends Indicator {
  /** `room.indicator` */
  readonly name: string;
}

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

/** @param at the place of the indicator among those of its query */
const numbersOf = (
  indicator: Indicator,
  row: Record<string, string | null> | undefined,
  at: number,
): Numbers => {
  const said = (number: string): string | null => row?.[number + placeOf(at)] ?? null;
  const [numerator, denominator] = [said("numerator"), said("denominator")];
  const value = settled(indicator, { numerator, denominator, value: said("value") });
  if (!indicator.behind) return { numerator, denominator, value };
  const behind = {
    cases: said("cases"),
    people: said("people"),
    largest: said("largest"),
    second: said("second"),
  };
  return { numerator, denominator, value, behind };
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

type Rows = Record<string, string | null>[];

/** What a query says of indicators. Where it fails, each is asked by itself, which tells whose fault it is. */
const answered = async (
  warehouse: Warehouse,
  indicators: readonly Named[],
  sql: (of: readonly [Named, ...Named[]]) => string,
): Promise<Rows> => {
  try {
    return await warehouse.rows(sql(indicators as readonly [Named, ...Named[]]));
  } catch (error) {
    for (const one of indicators)
      await warehouse
        .rows(sql([one]))
        .catch(failing(`指标 ${one.name} 无法计算`, `${one.name} cannot be measured`));
    throw error;
  }
};

/** Tells what indicators are where there are no rows: the same in a quarter and in a year, so it is asked once. */
const emptiesOf = (warehouse: Warehouse): ((indicators: readonly Named[]) => Promise<Rows>) => {
  const asked = new Map<string, Promise<Rows>>();
  return (indicators) => {
    const names = indicators.map(({ name }) => name).join(" ");
    const rows = asked.get(names) ?? answered(warehouse, indicators, emptySql);
    asked.set(names, rows);
    return rows;
  };
};

/** The figures of indicators that one query measures, indicator by indicator. */
const figuresOf = async (
  warehouse: Warehouse,
  indicators: readonly Named[],
  span: Figure["span"],
  quarters: readonly string[],
  labels: Labels,
  empties: ReturnType<typeof emptiesOf>,
  kept: FiguresKept | undefined,
): Promise<Figure[][]> => {
  const ask = (only?: Only) =>
    answered(warehouse, indicators, ([first, ...others]) =>
      measureSql(first, span, others, only, warehouse.isSmall),
    );
  const rows = kept ? await kept.answer(indicators, span, quarters, ask) : await ask();
  const dimensions = Object.keys(indicators[0]?.by ?? {});
  const totals = new Map(
    rows.filter((row) => dimensions.every((_, i) => row[`d${i}`] === null)).map((row) => [row.period, row]),
  );
  const [empty] = quarters.every((quarter) => totals.has(quarter)) ? [] : await empties(indicators);
  return indicators.map((indicator, at) => {
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
    const parts = Object.keys(indicator.by ?? {}).map((dimension, i) => {
      const own = new Map<string, Figure[]>(quarters.map((quarter) => [quarter, []]));
      for (const row of rows) {
        const member = row[`d${i}`] ?? null;
        const quarter = row.period ?? "";
        if (member !== null)
          own.get(quarter)?.push(figure(quarter, { [dimension]: member }, numbersOf(indicator, row, at)));
      }
      return own;
    });
    return quarters.flatMap((quarter) => [
      figure(quarter, {}, numbersOf(indicator, totals.get(quarter) ?? empty, at)),
      ...parts.flatMap((own) => own.get(quarter) ?? []),
    ]);
  });
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
 * @param kept what was measured of the same rows before is not measured again
 */
export const measure = async (
  warehouse: Warehouse,
  indicators: readonly Named[],
  dimensions: readonly Dimension[],
  quarters: readonly string[],
  yearly = true,
  kept?: FiguresKept,
): Promise<Figure[]> => {
  const labels = await labelsOf(warehouse, dimensions);
  const unsent = await unsentModels(warehouse);
  const registers = await unsentRegisters(warehouse);
  const isKnown = ({ from, needs }: Named): boolean =>
    !unsent.has(from) && !needs?.some((id) => registers.has(id));
  const known = indicators.filter(isKnown);
  const flows = known.filter(({ span }) => span === "flow");
  const yearOf = ({ by, ...total }: Named): Named => (yearly && by ? { ...total, by } : total);
  const measured = new Map<string, Figure[]>();
  const empties = emptiesOf(warehouse);
  const groups = (
    [
      ["quarter", known],
      ["year", flows.map(yearOf)],
    ] as const
  ).flatMap(([span, asked]) => together(asked).map((group) => ({ span, group })));
  await atOnce(groups, warehouse.lanes, async ({ span, group }) => {
    const own = await figuresOf(warehouse, group, span, quarters, labels, empties, kept);
    for (const [i, { name }] of group.entries()) measured.set(`${name}/${span}`, own[i] as Figure[]);
  });
  const figures: Figure[] = [];
  for (const indicator of indicators) {
    const own = isKnown(indicator)
      ? (["quarter", "year"] as const).flatMap((span) => measured.get(`${indicator.name}/${span}`) ?? [])
      : quarters.flatMap((quarter) => blank(indicator, quarter));
    // One by one: as many arguments as figures would be more than a call takes.
    for (const figure of own) figures.push(figure);
  }
  return figures;
};
