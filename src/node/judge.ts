import { VARCHAR } from "@duckdb/node-api";
import { verdictOf } from "../row.ts";
import { append } from "./append.ts";
import type { Bulk } from "./bulk.ts";
import { type Asked, Unforeseen, watching } from "./rule_fields.ts";
import { isOpen, keptAs, type Place, sayNote, sayTotal } from "./sound_row.ts";
import { literal, name } from "./sql.ts";

/** Rows that show which fields a rule looks at. */
const shown = 200;
/** Rows named in a condition; more are joined. */
const few = 4;
/** Numbers in one statement. */
const atOnce = 1000;

const answers = async ({ warehouse }: Bulk, query: string) =>
  (await warehouse.connection.runAndReadAll(query)).getRows() as (string | null)[][];

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

/** Asks the law about each distinct cell of a column; what it would write otherwise goes to the reader. */
const askAboutCells = async (bulk: Bulk, place: Place): Promise<void> => {
  const { cell, field, unit, mayTotal, mayNote } = place;
  if (!field) return;
  const refused: [string][] = [];
  const cells = `SELECT DISTINCT ${cell} FROM ${bulk.cells} WHERE ${cell} IS NOT NULL`;
  const query = `SELECT ${cell}, ${keptAs(place, cell)} FROM (${cells})`;
  for (const [said, value] of (await answers(bulk, query)) as [string, string][]) {
    const verdict = verdictOf(field, said, unit);
    const word = (mayTotal && sayTotal.test(said)) || (mayNote && sayNote.test(said));
    if (word || !("value" in verdict) || verdict.doubt || verdict.value !== value) refused.push([said]);
  }
  await leaveOutRows(bulk, [cell], refused, `SELECT ${bulk.rec()} AS _rec, ${cell} FROM ${bulk.cells}`);
};

/** Asks a rule about each distinct row of the fields that it looks at. */
const askAboutRows = async (bulk: Bulk, { fields, holds }: Asked): Promise<void> => {
  for (;;) {
    const columns = fields.map(name);
    // A rule that looks at nothing says the same of every row.
    const rows = columns.length === 0 ? [[]] : await answers(bulk, bulk.distinct(fields));
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
 * note, or make something else of it than DuckDB. What single cells tell was found when they were read; here are the
 * columns of which only the law knows, and the rules between fields.
 * @param forced records that are left out whatever they hold
 */
export const judge = async (bulk: Bulk, forced: readonly number[]): Promise<void> => {
  const { register } = bulk.header;
  for (const place of bulk.places.filter(isOpen)) await askAboutCells(bulk, place);
  for (let at = 0; at < forced.length; at += atOnce)
    await bulk.leaveOut(`SELECT unnest([${forced.slice(at, at + atOnce).join(", ")}])`);
  if (!register.rules?.length) return;
  const samples = await bulk.warehouse.rows(`SELECT * FROM (${bulk.rows}) LIMIT ${shown}`);
  const ids = new Set(Object.keys(register.fields));
  for (const rule of register.rules) await askAboutRows(bulk, watching(rule, ids, samples));
};
