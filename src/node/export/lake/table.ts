import type { Register } from "../../../register.ts";
import { modelName, name } from "../../sql.ts";
import type { Column, Kind, Table } from "../table.ts";

/**
 * The types of a lake: DuckDB, Spark and Trino have all of them, and 18 digits are a whole number of 64 bits in
 * Parquet. A number that does not fit stops the export.
 */
export const typeOf = (kind: Kind): string => {
  if (kind.is === "decimal") return kind.scale === 0 ? "BIGINT" : `DECIMAL(18,${kind.scale})`;
  return { text: "VARCHAR", whole: "BIGINT", day: "DATE", yesNo: "BOOLEAN" }[kind.is];
};

/** The column by which tables are partitioned. */
export const partition = "quarter";

/** A table as it stands in a lake. */
export interface LakeTable {
  readonly table: Table;
  /** Its folder, `visits/visit_log`: where a table is found in Hive's layout. */
  readonly folder: string;
  /** Columns within the files; the partition's value stands in the folder's name. */
  readonly columns: readonly Column[];
  /** Query for the quarter of a row; absent where rows lie in none. */
  readonly quarter?: string;
}

/** A day without end has no place outside DuckDB: it is empty. */
const cell = ({ name: id, kind }: Column): string => {
  const own = name(id);
  const finite = kind.is === "day" ? `CASE WHEN isfinite(${own}) THEN ${own} END` : own;
  return `CAST(${finite} AS ${typeOf(kind)}) AS ${own}`;
};

/** The calendar's own tables are read whole, whatever quarter is asked for. */
const isCalendar = ({ name: id }: Table): boolean => id.startsWith("calendar.");

/**
 * How a table is laid out: by quarter where its rows have one, a model's in a column, a register's by the day of what
 * happened. Rosters, and registers of what stands however old it is, are not divided.
 * @param register the one that it is the table of, if it is
 */
export const laid = (table: Table, register: Register | undefined): LakeTable => {
  const has = (id: string | undefined): id is string => table.columns.some((one) => one.name === id);
  const own = has(partition) ? name(partition) : undefined;
  const dated =
    register && register.standing !== true && has(register.event)
      ? `quarter_of(${name(register.event)})`
      : undefined;
  const quarter = isCalendar(table) ? undefined : (own ?? dated);
  return {
    table,
    folder: table.name.replace(".", "/"),
    columns: table.columns.filter((one) => quarter === undefined || one.name !== partition),
    ...(quarter !== undefined && { quarter }),
  };
};

/** The rows as they are written, in an order that is always the same. @param where which of them */
export const rowsSql = ({ table, columns, quarter }: LakeTable, where = ""): string => {
  const order = [quarter ? partition : [], columns.map((one) => name(one.name))].flat();
  return `SELECT ${columns.map(cell).join(", ")}${quarter ? `, ${quarter} AS ${partition}` : ""}
    FROM ${modelName(table.name)} ${where} ORDER BY ${order.map((one) => `${one} NULLS LAST`).join(", ")}`;
};
