import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Known } from "./remains.ts";
import { literal, name, table } from "./sql.ts";
import type { Warehouse } from "./warehouse.ts";

/** Where a person is still told of after they were taken out. */
export interface StillTold {
  /** Files, and tables with their columns, in which an identity or telephone number of theirs stands. */
  readonly left: readonly string[];
  /** Tables with their columns in which their code or name stands, which may be somebody else's. */
  readonly alike: readonly string[];
}

/** Shorter numbers and names stand inside too many others. In characters. */
const telling = 3;

const contains = (column: string, value: string): string =>
  `contains(lower(${column}), ${literal(value.toLowerCase())})`;

/** A code counts by itself, not as a part of a longer one. */
const holdsCode = (column: string, value: string): string =>
  `regexp_matches(lower(${column}), ${literal(
    `(^|[^0-9a-z])${value.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "\\$&")}($|[^0-9a-z])`,
  )})`;

/** Columns of words, by table. */
const columnsOf = async (warehouse: Warehouse): Promise<Map<string, string[]>> => {
  const columns = new Map<string, string[]>();
  const rows = await warehouse.rows(
    `SELECT schema_name, table_name, column_name FROM duckdb_columns() JOIN duckdb_tables() USING (schema_name, table_name)
     WHERE data_type LIKE 'VARCHAR%' ORDER BY ALL`,
  );
  for (const { schema_name, table_name, column_name } of rows) {
    const of = table(schema_name ?? "", table_name ?? "");
    columns.set(of, [...(columns.get(of) ?? []), column_name ?? ""]);
  }
  return columns;
};

/** Asks the warehouse itself, whose file may be compressed, and looks through all others of the folder byte for byte. */
export const stillTold = async (
  warehouse: Warehouse,
  folder: string,
  { own, numbers, names }: Known,
): Promise<StillTold> => {
  const long = (values: ReadonlySet<string>): string[] => [...values].filter((v) => [...v].length >= telling);
  const any = (conditions: readonly string[]): string =>
    conditions.length === 0 ? "false" : `coalesce(bool_or(${conditions.join(" OR ")}), false)`;
  const left: string[] = [];
  const alike: string[] = [];
  for (const [of, columns] of await columnsOf(warehouse)) {
    const asked = columns.flatMap((column) => {
      const cell = `${name(column)}::VARCHAR`;
      const maybe = [
        ...long(numbers).map((value) => holdsCode(cell, value)),
        ...long(names).map((value) => contains(cell, value)),
      ];
      return [any(long(own).map((value) => contains(cell, value))), any(maybe)];
    });
    const [row = {}] = await warehouse.rows(`SELECT ${asked.map((one, i) => `${one} AS c${i}`)} FROM ${of}`);
    for (const [i, column] of columns.entries()) {
      const place = `${of.replaceAll('"', "")}.${column}`;
      if (row[`c${2 * i}`] === "true") left.push(place);
      else if (row[`c${2 * i + 1}`] === "true") alike.push(place);
    }
  }
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return [...own].some((value) => bytes.includes(value) || bytes.includes(value.toUpperCase()));
    });
  return { left: [...files, ...left], alike };
};
