import type { Offender } from "../../offender.ts";
import type { Register } from "../../register.ts";
import { type Check, type Checked, listed, offendersIn } from "../model.ts";
import { literal, name, table } from "../sql.ts";
import type { Warehouse } from "../warehouse.ts";
import { askedOf, withoutComments } from "./asked_of.ts";
import { NotGrown } from "./not_grown.ts";

/** Offenders among rows that are alike to those that came: beyond so many, all rows are asked about. */
const most = 10_000;

/** Where the rows wait that are alike to those that came, these included. */
const alikeRows = "staging._alike";

/** Whether a row offends or not whatever the others are. */
const isByItself = (alike: string | undefined): boolean => alike?.replaceAll(" ", "") === "_file,_line";

/** A list without what stands in parentheses. */
const outside = (list: string): string => {
  const less = list.replace(/\([^()]*\)/g, "()");
  return less === list ? list : outside(less.replaceAll("()", "_"));
};

/**
 * SQL that is true of rows on a day between the first and the last of those that came, for each day by which rows are
 * alike: it is looked up for less than a hash is made.
 */
const meanwhile = async (
  warehouse: Warehouse,
  fields: Register["fields"],
  alike: string | undefined,
  rows: string,
): Promise<string[]> => {
  const days = outside(alike ?? "")
    .split(",")
    .map((one) => one.trim());
  const spans: string[] = [];
  for (const day of days.filter((one) => fields[one]?.kind === "day").map(name)) {
    const [span] = await warehouse.rows(`SELECT min(${day}) AS first, max(${day}) AS last ${rows}`);
    const within =
      span?.first == null ? [] : [`${day} BETWEEN ${literal(span.first)} AND ${literal(String(span.last))}`];
    spans.push(`(${[`${day} IS NULL`, ...within].join(" OR ")})`);
  }
  return spans;
};

const layAlike = async (
  warehouse: Warehouse,
  { room, id, fields }: Register,
  { sql, alike }: Check,
  came: string,
): Promise<void> => {
  const said = new Set(withoutComments(sql).toLowerCase().match(/\w+/g));
  const own = Object.keys(fields).filter((field) => said.has(field.toLowerCase()));
  const columns = ["_file", "_line", ...own].map(name);
  // Rows that are alike have one hash. Where others have it too, all of these are taken as well.
  const hash = `hash(${alike})`;
  const from = `FROM ${table(room, id)} WHERE`;
  const wanted = isByItself(alike)
    ? [came]
    : [
        ...(await meanwhile(warehouse, fields, alike, `${from} ${came}`)),
        `${hash} IN (SELECT ${hash} ${from} ${came})`,
      ];
  await warehouse.run(
    `CREATE TABLE ${alikeRows} AS SELECT ${columns.join(", ")} ${from} ${wanted.join(" AND ")}`,
  );
};

const keyOf = ({ file, line }: Offender): string => JSON.stringify([file, line]);

/** Takes some from others, each as often as it is among them. */
const without = (rows: readonly Offender[], some: readonly Offender[]): Offender[] => {
  const times = new Map<string, number>();
  for (const one of some) times.set(keyOf(one), (times.get(keyOf(one)) ?? 0) + 1);
  return rows.filter((one) => {
    const left = times.get(keyOf(one)) ?? 0;
    times.set(keyOf(one), left - 1);
    return left <= 0;
  });
};

const textOrder = (a: string, b: string): number => Buffer.from(a).compare(Buffer.from(b));

/** As DuckDB sorts them: files by their bytes, those of none last; a file as a whole before its lines. */
const inOrder = (a: Offender, b: Offender): number => {
  if (a.file !== b.file) return a.file === null ? 1 : b.file === null ? -1 : textOrder(a.file, b.file);
  return (a.line ?? -1) - (b.line ?? -1);
};

/**
 * What a check finds now that rows came to the one register of all that it reads, where it says which rows it holds
 * against each other (`alike`): only those that are alike to one that came are asked about, without and with these.
 * @param before what it found
 * @param came SQL that is true of the rows that came, as `cameIn` gives it
 * @returns undefined where all rows must be asked about
 * @throws NotGrown where it cannot be asked of some
 */
export const checkMore = async (
  warehouse: Warehouse,
  check: Check,
  before: Checked,
  register: Register,
  came: string,
): Promise<Checked | undefined> => {
  const asked = [`FROM ${alikeRows} WHERE NOT ${came}`, `FROM ${alikeRows}`].map((rows) =>
    askedOf(check.sql, register, rows),
  );
  if (check.alike === undefined || asked.some((sql) => sql === undefined)) return undefined;
  const found: Offender[][] = [];
  try {
    await layAlike(warehouse, register, check, came);
    for (const sql of asked) found.push(await offendersIn(warehouse, { ...check, sql: sql as string }, most));
    await warehouse.run(`DROP TABLE ${alikeRows}`);
  } catch {
    // Asked of all rows, it works or tells what is wrong with it.
    throw new NotGrown();
  }
  const [stood = [], stand = []] = found;
  const gone = without(stood, stand);
  const fresh = without(stand, stood);
  // Behind the first of them, which alone are known, others would move up.
  if (found.some(({ length }) => length === most) || (before.count > listed && gone.length > 0))
    return undefined;
  return {
    ...before,
    count: before.count - gone.length + fresh.length,
    rows: [...without(before.rows, gone), ...fresh].sort(inOrder).slice(0, listed),
  };
};
