import { handedUp } from "../handed_up.ts";
import { ordinal, type Quarter, quarterOf, quartersBetween } from "../quarter.ts";
import type { Register } from "../register.ts";
import { Failure } from "./failure.ts";
import { bridged } from "./handup/alone.ts";
import { literal, name, table } from "./sql.ts";
import type { Warehouse } from "./warehouse.ts";

const eventDays = (registers: readonly Register[]): string =>
  registers
    .filter((r) => r.event !== undefined)
    .map(
      (r) =>
        `SELECT ${name(r.event as string)} AS day, ${r.standing !== true} AS opens, _file, _line FROM ${table(r.room, r.id)}`,
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

/**
 * The registers whose events open quarters. Where none of the own ones tells of any, the quarters are those that
 * federations below handed up; beside own ones these do not speak, since a quarter that has ended there may lack rows here.
 */
export const openingQuarters = async (
  warehouse: Warehouse,
  own: readonly Register[],
): Promise<readonly Register[]> => {
  const [events] = await warehouse.rows(
    `SELECT count(*) AS n FROM (${eventDays(own)}) WHERE day IS NOT NULL`,
  );
  return events?.n === "0" ? [handedUp] : own;
};

/** How the calendar is laid, from the days on which something happened. */
export interface Calendar {
  readonly quarters: readonly Quarter[];
  /**
   * The day up to which the data are known, as the pages say: the one that was stated, or else the last on which
   * something happened. Empty where nothing did.
   */
  readonly asOf: string;
}

/** Where only standing registers were handed in: the last quarter, and those it is compared with. */
const firstDay = "coalesce(min(day) FILTER (WHERE opens), (max(day) - INTERVAL 1 YEAR)::DATE)";

/** @throws Failure where data speak of a day after the one up to which they are said to be known */
const assertKnown = async (
  warehouse: Warehouse,
  registers: readonly Register[],
  stated: string,
  last: string,
): Promise<void> => {
  if (stated >= last) return;
  const [at] = await warehouse.rows(
    `SELECT _file, _line FROM (${eventDays(registers)}) WHERE day = DATE ${literal(last)} ORDER BY _file, _line LIMIT 1`,
  );
  const place = `${at?._file}:${at?._line}`;
  throw new Failure(
    `--as-of ${stated} 早于台账里的最后一天 ${last}（${place}）：请写 ${last} 或以后的日期；如是日期填错，请改台账`,
    `--as-of ${stated} is before the registers' last day, ${last} (${place}): give ${last} or a later day, or mend the register if that day is a slip`,
  );
};

/** Quarters that federations below handed up: one by itself, far from all others, opens none between. */
const handedUpOf = async (warehouse: Warehouse, all: readonly Quarter[]): Promise<Quarter[]> => {
  const rows = await warehouse.rows(`SELECT DISTINCT quarter FROM ${table(handedUp.room, handedUp.id)}`);
  return bridged(all, new Set(rows.map(({ quarter }) => quarter ?? "")));
};

/**
 * The calendar of a warehouse: from the first event of the registers that open quarters to the last event of all. No
 * clock is read.
 * @param firstMonth first month of the reporting year, 1–12
 * @param stated the day up to which the data are known, where somebody says so: it opens no quarter of its own
 * @throws Failure where the stated day lies before the last event
 */
export const calendarOf = async (
  warehouse: Warehouse,
  registers: readonly Register[],
  firstMonth: number,
  stated?: string,
): Promise<Calendar> => {
  const [range] = await warehouse.rows(
    `SELECT ${firstDay} AS first, max(day) AS last FROM (${eventDays(registers)})`,
  );
  const { first, last } = range ?? {};
  const all =
    first && last
      ? quartersBetween(quarterOf(first, firstMonth), quarterOf(last, firstMonth), firstMonth)
      : [];
  const quarters = registers.includes(handedUp) ? await handedUpOf(warehouse, all) : all;
  if (stated !== undefined && last) await assertKnown(warehouse, registers, stated, last);
  return { quarters, asOf: stated ?? last ?? "" };
};

/** SQL of the one of quarters that a day lies in, which is in one of them: halved until one is left. */
const oneOf = (quarters: readonly Quarter[]): string => {
  const half = quarters.length >> 1;
  const later = quarters[half];
  if (half === 0 || later === undefined) return quarters.map(({ id }) => literal(id)).join();
  const isBefore = `day::DATE < DATE ${literal(later.firstDay)}`;
  return `CASE WHEN ${isBefore} THEN ${oneOf(quarters.slice(0, half))} ELSE ${oneOf(quarters.slice(half))} END`;
};

/**
 * SQL of the quarter that a day lies in. Those of the calendar are found by comparing, which takes a fraction of the
 * time that spelling them takes; days outside it are spelt.
 */
const quarterSql = (quarters: readonly Quarter[], firstMonth: number): string => {
  const offset = firstMonth === 1 ? 0 : 12 - firstMonth + 1;
  const moved = `(day::DATE + INTERVAL ${offset} MONTH)::DATE`;
  const spelt = `strftime(${moved}, '%Y') || 'Q' || quarter(${moved})`;
  const [first, last] = [quarters[0], quarters.at(-1)];
  if (!first || !last || ordinal(last.id) - ordinal(first.id) >= quarters.length) return spelt;
  const isKnown = `day::DATE BETWEEN DATE ${literal(first.firstDay)} AND DATE ${literal(last.lastDay)}`;
  return `CASE WHEN ${isKnown} THEN ${oneOf(quarters)} ELSE ${spelt} END`;
};

/**
 * Makes `calendar.quarters`, `calendar.months`, the macro `quarter_of(day)` and `settings`, in the place of earlier ones.
 * @param firstMonth first month of the reporting year, 1–12
 */
export const layCalendar = async (
  warehouse: Warehouse,
  { quarters, asOf }: Calendar,
  settings: Readonly<Record<string, string>>,
  firstMonth: number,
): Promise<void> => {
  const values = quarters
    .map(
      (q) =>
        `(${[q.id, q.year].map(literal).join(", ")}, DATE ${literal(q.firstDay)}, DATE ${literal(q.lastDay)}, ${literal(q.previous)}, ${literal(q.yearBefore)})`,
    )
    .join(", ");
  await warehouse.run(`
    CREATE SCHEMA IF NOT EXISTS calendar;
    CREATE OR REPLACE TABLE calendar.quarters (quarter VARCHAR, year VARCHAR, first_day DATE, last_day DATE, previous VARCHAR, year_before VARCHAR);
    CREATE OR REPLACE TABLE calendar.months (month VARCHAR, first_day DATE, last_day DATE, quarter VARCHAR);
    ${values === "" ? "" : `INSERT INTO calendar.quarters VALUES ${values}; INSERT INTO calendar.months VALUES ${months(quarters)};`}
    CREATE OR REPLACE MACRO quarter_of(day) AS ${quarterSql(quarters, firstMonth)};
    CREATE OR REPLACE TABLE settings (name VARCHAR, value VARCHAR);
    INSERT INTO settings VALUES ${Object.entries({ ...settings, as_of: asOf })
      .map(([k, v]) => `(${literal(k)}, ${literal(v)})`)
      .join(", ")}`);
};
