import { VARCHAR } from "@duckdb/node-api";
import { verdictOf } from "../row.ts";
import { append } from "./append.ts";
import type { Bulk } from "./bulk.ts";
import { type Asked, Unforeseen, watching } from "./rule_fields.ts";
import { keptAs, mayNote, mayTotal, type Place, sayNote, sayTotal, soundRow } from "./sound_row.ts";
import { literal, name } from "./sql.ts";

/** Rows that show which fields a rule looks at. */
const shown = 200;
/** Records that show how often the cells of a column recur. */
const sampled = 16_000;
/** Rows named in a condition; more are joined. */
const few = 4;
/** Numbers in one statement. */
const atOnce = 1000;

const distinct = async ({ warehouse }: Bulk, columns: readonly string[], from: string) =>
  (
    await warehouse.connection.runAndReadAll(`SELECT DISTINCT ${columns.join(", ")} FROM ${from}`)
  ).getRows() as (string | null)[][];

/** Leaves out the rows in which the columns hold one of these. @param from SQL of rows with `_rec` */
const leaveOutRows = async (
  bulk: Bulk,
  columns: readonly string[],
  values: readonly (readonly (string | null)[])[],
  from: string,
): Promise<void> => {
  if (values.length === 0) return;
  const written = (value: string | null): string => (value === null ? "NULL" : literal(value));
  const same = (row: readonly (string | null)[]): string =>
    row.map((value, i) => `${columns[i]} IS NOT DISTINCT FROM ${written(value)}`).join(" AND ") || "true";
  if (values.length <= few)
    return bulk.leaveOut(`SELECT _rec FROM (${from}) WHERE (${values.map(same).join(") OR (")})`);
  const list = `refused_${bulk.id}`;
  await bulk.warehouse.run(`CREATE TEMP TABLE ${list} (${columns.map((c) => `${c} VARCHAR`).join(", ")})`);
  await append(
    bulk.warehouse,
    "temp",
    list,
    columns.map(() => VARCHAR),
    values,
  );
  const match = columns.map((column) => `s.${column} IS NOT DISTINCT FROM r.${column}`);
  await bulk.leaveOut(`SELECT _rec FROM (${from}) s SEMI JOIN ${list} r ON ${match.join(" AND ")}`);
  await bulk.warehouse.run(`DROP TABLE ${list}`);
};

/** Writes what the law makes of cells in their place; what was sent is kept. */
const rewrite = async (
  bulk: Bulk,
  { cell }: Place,
  values: readonly (readonly [string, string | null])[],
): Promise<void> => {
  if (values.length === 0) return;
  const list = `meant_${bulk.id}`;
  await bulk.warehouse.run(`
    CREATE TEMP TABLE ${list} (said VARCHAR, meant VARCHAR);
    CREATE TEMP TABLE IF NOT EXISTS ${bulk.sent} (rec BIGINT, cell VARCHAR, said VARCHAR)`);
  await append(bulk.warehouse, "temp", list, [VARCHAR, VARCHAR], values);
  await bulk.warehouse.run(`
    INSERT INTO ${bulk.sent}
    SELECT ${bulk.rec("c")}, ${literal(cell)}, said FROM ${bulk.cells} c JOIN ${list} ON c.${cell} = said;
    UPDATE ${bulk.cells} SET ${cell} = meant FROM ${list} WHERE ${cell} = said;
    DROP TABLE ${list}`);
  bulk.rewritten.push(cell);
};

/**
 * Columns in which the law itself is asked about each distinct cell: those that say the same again and again, for which
 * it is quicker, and those whose kind has no canonical form.
 */
const askedColumns = async (bulk: Bulk, often: number): Promise<Set<Place>> => {
  const counts = bulk.places.map(({ cell }) => `count(DISTINCT ${cell}) AS ${cell}`);
  const [row] = await bulk.warehouse.rows(
    `SELECT count(*) AS n, ${counts.join(", ")} FROM (FROM ${bulk.cells} LIMIT ${sampled})`,
  );
  const recurs = (at: number): boolean => Number(row?.[`_${at}`] ?? 0) * often <= Number(row?.n ?? 0);
  return new Set(bulk.places.filter(({ field }, at) => field && (!field.canonical || recurs(at))));
};

/** Asks the law about each distinct cell of a column. */
const askAboutCells = async (bulk: Bulk, place: Place): Promise<void> => {
  const { cell, field, unit } = place;
  if (!field) return;
  const kept = keptAs(place);
  const refused: [string][] = [];
  const rewritten: [string, string | null][] = [];
  const from = `(SELECT DISTINCT ${cell} FROM ${bulk.cells} WHERE ${cell} IS NOT NULL)`;
  for (const [said, value] of (await distinct(bulk, [cell, kept], from)) as [string, string][]) {
    const verdict = verdictOf(field, said, unit);
    const word = (mayTotal(place) && sayTotal.test(said)) || (mayNote(place) && sayNote.test(said));
    if (word || !("value" in verdict) || verdict.doubt) refused.push([said]);
    else if (verdict.value === value) continue;
    else if (kept === cell) rewritten.push([said, verdict.value]);
    else refused.push([said]);
  }
  await leaveOutRows(bulk, [cell], refused, `SELECT ${bulk.rec()} AS _rec, ${cell} FROM ${bulk.cells}`);
  await rewrite(bulk, place, rewritten);
};

/** Asks a rule about each distinct row of the fields that it looks at. */
const askAboutRows = async (bulk: Bulk, { fields, holds }: Asked): Promise<void> => {
  for (;;) {
    const columns = fields.map(name);
    // A rule that looks at nothing says the same of every row.
    const rows = columns.length === 0 ? [[]] : await distinct(bulk, columns, `(${bulk.rows})`);
    try {
      const broken = rows.filter((row) => !holds(row));
      return await leaveOutRows(bulk, columns, broken, bulk.rows);
    } catch (error) {
      if (!(error instanceof Unforeseen)) throw error;
    }
  }
};

/**
 * Leaves out of a bulk every row that is not canonical: the law would refuse it, doubt it, take it for a total or a
 * note, or make something else of it than DuckDB.
 * @param forced records that are left out whatever they hold
 * @param often how often the cells of a column must recur for the law to be asked about each
 */
export const judge = async (bulk: Bulk, forced: readonly number[], often = 8): Promise<void> => {
  const { register } = bulk.header;
  const asked = await askedColumns(bulk, often);
  for (const place of asked) await askAboutCells(bulk, place);
  const sound = soundRow(bulk.header, bulk.places, asked);
  await bulk.leaveOut(`SELECT ${bulk.rec()} FROM ${bulk.cells} WHERE NOT coalesce(${sound}, false)`);
  for (let at = 0; at < forced.length; at += atOnce)
    await bulk.leaveOut(`SELECT unnest([${forced.slice(at, at + atOnce).join(", ")}])`);
  if (!register.rules?.length) return;
  const samples = await bulk.warehouse.rows(`SELECT * FROM (${bulk.rows}) LIMIT ${shown}`);
  const ids = new Set(Object.keys(register.fields));
  for (const rule of register.rules) await askAboutRows(bulk, watching(rule, ids, samples));
};
