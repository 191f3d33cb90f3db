import type { Figure } from "../figure.ts";
import { type Organisation, registersOf } from "../organisation.ts";
import { type Contribution, contributionsTo, type Place, recount } from "./contributions.ts";
import { Failure } from "./failure.ts";
import { figuresOf } from "./figures.ts";
import { type Named, settled } from "./measure.ts";
import { measureSql } from "./measure_sql.ts";
import { type Origin, originsOf, recordsOf, type SetAside, setAsideIn } from "./provenance.ts";
import { noQuarter } from "./quarter_said.ts";
import type { Warehouse } from "./warehouse.ts";

/** A figure taken apart. */
export interface Explanation {
  readonly indicator: Named;
  readonly figure: Figure;
  readonly sql: string;
  readonly origins: readonly Origin[];
  readonly setAside: readonly SetAside[];
  /** Every row behind the figure, with the line as it was handed in where there is one. */
  readonly rows: readonly (Contribution & { readonly record?: Readonly<Record<string, string>> })[];
}

const labelled = ({ label, by }: Figure): string[] => [
  ...Object.values(by),
  ...(label ? [label.zh, label.en] : []),
];

/** The figure that was asked for. @throws Failure that names what there is */
const figureAt = (figures: readonly Figure[], quarter: string, by: string | undefined): Figure => {
  const there = figures.filter((f) => f.span === "quarter" && f.quarter === quarter);
  if (there.length === 0) throw noQuarter(quarter, [...new Set(figures.map((f) => f.quarter))]);
  const found = there.filter((f) =>
    by === undefined ? Object.keys(f.by).length === 0 : labelled(f).includes(by),
  );
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const names = [
    ...new Set(there.filter((f) => Object.keys(f.by).length > 0).map((f) => labelled(f).at(-2) ?? "")),
  ];
  throw new Failure(
    found.length > 1
      ? `“${by}”在几种分组里都有，请写代码：${found.map((f) => Object.entries(f.by).flat().join("=")).join("、")}`
      : `没有“${by}”这一项，可选：${names.slice(0, 40).join("、") || "无"}`,
    found.length > 1
      ? `"${by}" stands in several breakdowns: ${found.map((f) => Object.entries(f.by).flat().join("=")).join(", ")}`
      : `there is no "${by}"; there are: ${names.slice(0, 40).join(", ") || "none"}`,
  );
};

/** Ids of personal fields: a model that carries one under its own name is masked like the register. */
const personalFields = (organisation: Organisation): Set<string> =>
  new Set(
    registersOf(organisation).flatMap(({ fields }) =>
      Object.entries(fields).flatMap(([id, field]) => (field.personal ? [id] : [])),
    ),
  );

/** Nothing was handed in that it could be made from: it has no rows either. */
const isBlank = ({ value, numerator, denominator }: Figure): boolean =>
  value === null && numerator === null && denominator === null;

/** What the rows give must be what was published. @throws Failure when they differ: a fault of the workbench */
const assertSame = (figure: Figure, indicator: Named, counted: Awaited<ReturnType<typeof recount>>): void => {
  const value = settled(indicator, counted);
  if (
    counted.numerator === figure.numerator &&
    counted.denominator === figure.denominator &&
    value === figure.value
  )
    return;
  throw new Failure(
    `列出的行算出 ${value}，与指标的 ${figure.value} 不等，请联系维护人员`,
    `the rows give ${value}, the figure is ${figure.value}: a fault of the workbench`,
  );
};

/**
 * Takes a figure apart: its query, the files and rows behind it, and what of the same registers was set aside.
 * @param by a value of one of its breakdowns, as code or name; the total by default
 * @param personal personal fields of the rows are told
 * @throws Failure when there is no such figure, or when the rows do not add up to it
 */
export const explain = async (
  warehouse: Warehouse,
  organisation: Organisation,
  indicator: Named,
  quarter: string,
  by: string | undefined,
  personal: boolean,
): Promise<Explanation> => {
  const figures = await figuresOf(warehouse, organisation, ({ name }) => name === indicator.name);
  const figure = figureAt(figures, quarter, by);
  const [entry] = Object.entries(figure.by);
  const place: Place = { quarter, ...(entry && { by: { dimension: entry[0], value: entry[1] } }) };
  const contributions = isBlank(figure) ? [] : await contributionsTo(warehouse, indicator, place);
  if (!isBlank(figure)) assertSame(figure, indicator, await recount(warehouse, indicator, place));
  const origins = await originsOf(
    warehouse,
    contributions.map(({ file }) => file),
  );
  const hidden = personal ? new Set<string>() : personalFields(organisation);
  const records = await recordsOf(warehouse, organisation, origins, personal);
  const setAside = await setAsideIn(warehouse, [...new Set(origins.map((o) => o.register))]);
  return {
    indicator,
    figure,
    sql: measureSql(indicator, "quarter"),
    origins,
    setAside,
    rows: contributions.map((one) => {
      const record = records.get(`${one.file}:${one.line}`);
      const row = Object.fromEntries(
        Object.entries(one.row).map(([column, value]) => [
          column,
          hidden.has(column) && value !== null ? "***" : value,
        ]),
      );
      return { ...one, row, ...(record && { record }) };
    }),
  };
};
