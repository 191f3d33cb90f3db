import { unstated } from "../figure.ts";
import type { Named } from "./measure.ts";
import { literal, modelName, name } from "./sql.ts";
import type { Warehouse } from "./warehouse.ts";

/** Where a figure is to be taken apart: a quarter, and one value of one dimension or the total. */
export interface Place {
  readonly quarter: string;
  readonly by?: { readonly dimension: string; readonly value: string };
}

/** One row of the model that a figure is measured over. */
export interface Contribution {
  /** Null where the model's row comes from no single line. */
  readonly file: string | null;
  readonly line: number | null;
  /** What the row by itself makes of numerator and denominator; for a count of distinct things the rows' parts overlap. */
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** The model's columns that identify the row. */
  readonly row: Readonly<Record<string, string | null>>;
}

const columnsOf = async (warehouse: Warehouse, from: string): Promise<string[]> => {
  const rows = await warehouse.rows(`SELECT name AS c FROM pragma_table_info(${literal(modelName(from))})`);
  return rows.map((row) => row.c as string);
};

/** The rows of an indicator's model that lie in a place. */
const listedSql = ({ from, where, by = {} }: Named, place: Place): string => {
  const conditions = [
    `quarter = ${literal(place.quarter)}`,
    ...(where ? [`(${where})`] : []),
    ...(place.by
      ? [
          `coalesce(CAST(${name(by[place.by.dimension] ?? "")} AS VARCHAR), ${literal(unstated)}) = ${literal(place.by.value)}`,
        ]
      : []),
  ];
  return `SELECT * FROM ${modelName(from)} WHERE ${conditions.join(" AND ")}`;
};

/** Numerator, denominator and value over the rows that are listed: what the figure must be. */
export const recount = async (
  warehouse: Warehouse,
  indicator: Named,
  place: Place,
): Promise<{ numerator: string | null; denominator: string | null; value: string | null }> => {
  const { numerator, denominator, value } = indicator;
  const [row] = await warehouse.rows(
    `SELECT CAST(${numerator} AS VARCHAR) AS numerator, CAST(${denominator ?? "NULL"} AS VARCHAR) AS denominator,
      CAST(${value ?? "NULL"} AS VARCHAR) AS value FROM (${listedSql(indicator, place)})`,
  );
  return {
    numerator: row?.numerator ?? null,
    denominator: row?.denominator ?? null,
    value: row?.value ?? null,
  };
};

/** Every row that a figure is measured over, in the order of files and lines, with what each makes of it by itself. */
export const contributionsTo = async (
  warehouse: Warehouse,
  indicator: Named,
  place: Place,
): Promise<Contribution[]> => {
  const columns = await columnsOf(warehouse, indicator.from);
  const told = columns.filter((column) => !["quarter", "_file", "_line"].includes(column));
  const has = columns.includes("_file");
  const order = [...(has ? ["_file", "_line"] : []), ...told].map(name).join(", ");
  const rows = await warehouse.rows(`
    WITH listed AS (SELECT *, row_number() OVER (ORDER BY ${order}) AS _n FROM (${listedSql(indicator, place)})),
    own AS (
      SELECT _n, CAST(${indicator.numerator} AS VARCHAR) AS _numerator,
        CAST(${indicator.denominator ?? "NULL"} AS VARCHAR) AS _denominator
      FROM listed GROUP BY _n)
    SELECT listed.*, _numerator, _denominator FROM listed JOIN own USING (_n) ORDER BY _n`);
  return rows.map((row) => ({
    file: has ? (row._file ?? null) : null,
    line: has && row._line != null ? Number(row._line) : null,
    numerator: row._numerator ?? null,
    denominator: row._denominator ?? null,
    row: Object.fromEntries(told.map((column) => [column, row[column] ?? null])),
  }));
};
