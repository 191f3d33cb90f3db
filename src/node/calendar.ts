import { type Quarter, quarterOf, quartersBetween } from "../quarter.ts";
import type { Register } from "../register.ts";
import { literal, name, table } from "./sql.ts";
import type { Warehouse } from "./warehouse.ts";

const eventDays = (registers: readonly Register[]): string =>
  registers
    .filter((r) => r.event !== undefined)
    .map(
      (r) =>
        `SELECT ${name(r.event as string)} AS day, ${r.standing !== true} AS opens FROM ${table(r.room, r.id)}`,
    )
    .join(" UNION ALL ");

const months = (quarters: readonly Quarter[]): string =>
  quarters
    .flatMap(({ id, firstDay }) =>
      [0, 1, 2].map((i) => {
        const first = `(DATE ${literal(firstDay)} + INTERVAL ${i} MONTH)::DATE`;
        return `(strftime(${first}, '%Y-%m'), ${first}, last_day(${first}), ${literal(id)})`;
      }),
    )
    .join(", ");

/** How the calendar is laid, from the days on which something happened. */
export interface Calendar {
  readonly quarters: readonly Quarter[];
  /** The last day on which something happened; the pages' as-of. Empty where nothing did. */
  readonly asOf: string;
}

/** Where only standing registers were handed in: the last quarter, and those it is compared with. */
const firstDay = "coalesce(min(day) FILTER (WHERE opens), (max(day) - INTERVAL 1 YEAR)::DATE)";

/**
 * Makes `calendar.quarters`, `calendar.months`, the macro `quarter_of(day)` and `settings`, from the first event of the
 * registers that open quarters to the last event of all: no clock is read.
 * @param firstMonth first month of the reporting year, 1–12
 */
export const layCalendar = async (
  warehouse: Warehouse,
  registers: readonly Register[],
  settings: Readonly<Record<string, string>>,
  firstMonth: number,
): Promise<Calendar> => {
  const [range] = await warehouse.rows(
    `SELECT ${firstDay} AS first, max(day) AS last FROM (${eventDays(registers)})`,
  );
  const { first, last } = range ?? {};
  const quarters =
    first && last
      ? quartersBetween(quarterOf(first, firstMonth), quarterOf(last, firstMonth), firstMonth)
      : [];
  const asOf = last ?? "";
  const values = quarters
    .map(
      (q) =>
        `(${[q.id, q.year].map(literal).join(", ")}, DATE ${literal(q.firstDay)}, DATE ${literal(q.lastDay)}, ${literal(q.previous)}, ${literal(q.yearBefore)})`,
    )
    .join(", ");
  const offset = firstMonth === 1 ? 0 : 12 - firstMonth + 1;
  await warehouse.run(`
    CREATE SCHEMA calendar;
    CREATE TABLE calendar.quarters (quarter VARCHAR, year VARCHAR, first_day DATE, last_day DATE, previous VARCHAR, year_before VARCHAR);
    CREATE TABLE calendar.months (month VARCHAR, first_day DATE, last_day DATE, quarter VARCHAR);
    ${values === "" ? "" : `INSERT INTO calendar.quarters VALUES ${values}; INSERT INTO calendar.months VALUES ${months(quarters)};`}
    CREATE MACRO quarter_of(day) AS strftime((day::DATE + INTERVAL ${offset} MONTH)::DATE, '%Y') || 'Q' || quarter((day::DATE + INTERVAL ${offset} MONTH)::DATE);
    CREATE TABLE settings (name VARCHAR, value VARCHAR);
    INSERT INTO settings VALUES ${Object.entries({ ...settings, as_of: asOf })
      .map(([k, v]) => `(${literal(k)}, ${literal(v)})`)
      .join(", ")}`);
  return { quarters, asOf };
};
