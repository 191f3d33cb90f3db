import type { Register } from "../register.ts";
import { isAny } from "./is_any.ts";
import { type SetWise, spanOf } from "./set_wise.ts";
import { literal, name, table } from "./sql.ts";
import { staged } from "./stage.ts";
import type { Warehouse } from "./warehouse.ts";

/** The ledger's files under names that no register's field can have. */
export const places = "(SELECT file_id AS _id, path AS _path, place AS _place FROM intake.files)";

const isBounded = (field: Register["fields"][string] | undefined): boolean => field?.kind === "money";

/** SQL of a field's column, typed; money has a second one for its bound. */
const typed = (id: string, field: Register["fields"][string]): string => {
  const column = name(id);
  if (isBounded(field))
    return `CAST(ltrim(${column}, '≥<≈') AS ${field.sql}) AS ${column}, nullif(regexp_extract(${column}, '^[≥<≈]'), '') AS ${name(`${id}_bound`)}`;
  return field.sql === "VARCHAR" ? column : `CAST(${column} AS ${field.sql}) AS ${column}`;
};

/** SQL of some fields' columns, typed, from canonical texts. */
export const typedFields = ({ fields }: Register, ids: readonly string[]): string =>
  ids.map((id) => typed(id, fields[id] as Register["fields"][string])).join(", ");

/** SQL of typed rows. @param file SQL of the file's path */
const typedRows = ({ fields }: Register, file: string): string =>
  [
    ...Object.entries(fields).map(([id, field]) => typed(id, field)),
    `${file} AS _file`,
    "_line::BIGINT AS _line",
  ].join(", ");

/** SQL of staged rows in the order of the files and of their lines. */
const sorted = (register: Register, rows: string, where = "true"): string =>
  `SELECT ${typedRows(register, "_path")} FROM (${rows}) s JOIN ${places} ON _id = s._file
   WHERE ${where} ORDER BY _place, s._line`;

/**
 * SQL of the table's columns. What is read in bulk tells DuckDB how to compress texts: as a dictionary where the cells of
 * all files stood in one, else by what recurs in them. To find that out by itself is a third of the work of writing.
 */
const columnsOf = ({ fields }: Register, bulks: readonly SetWise[]): string => {
  const isListed = (id: string): boolean => bulks.every(({ listed }) => listed.has(id));
  const text = (isFew: boolean): string =>
    `VARCHAR${bulks.length === 0 ? "" : ` USING COMPRESSION ${isFew ? "dictionary" : "fsst"}`}`;
  const columns = Object.entries(fields).flatMap(([id, field]) => [
    `${name(id)} ${field.sql === "VARCHAR" ? text(isListed(id)) : field.sql}`,
    ...(isBounded(field) ? [`${name(`${id}_bound`)} ${text(false)}`] : []),
  ]);
  return [...columns, `_file ${text(true)}`, "_line BIGINT"].join(", ");
};

/**
 * SQL that makes the tables of registers of which there are no rows. None is made from a query without rows: behind
 * such a one a big insert in the same transaction was seen to lose its own (DuckDB 1.5.6).
 */
export const emptyTables = (registers: readonly Register[]): string =>
  registers
    .map((register) => `CREATE TABLE ${table(register.room, register.id)} (${columnsOf(register, [])})`)
    .join("; ");

/**
 * Fills a table from files read in bulk, one after another in the order in which they speak: the records of each stand in
 * DuckDB in their order, so that only what was read row by row between them is put in its place.
 */
const fromBulks = async (
  warehouse: Warehouse,
  register: Register,
  bulks: readonly SetWise[],
  made: string,
): Promise<void> => {
  const from = staged(register);
  // An insert of no rows was seen to swallow the rows of a big one after it, in the same transaction (DuckDB 1.5.6).
  const insert = async (rows: string): Promise<void> => {
    if (await isAny(warehouse, rows)) await warehouse.run(`INSERT INTO ${made} ${rows}`);
  };
  const waiting = (where: string): string => sorted(register, `FROM ${from}`, where);
  /** The rows of one file, in the order of its lines. */
  const ofFile = async (bulk: SetWise): Promise<void> => {
    const own = `_file = ${bulk.file}`;
    const span = await spanOf(warehouse, bulk);
    if (!span) return insert(waiting(own));
    const among = `SELECT * FROM ${from} WHERE ${own} AND _line BETWEEN ${span.first} AND ${span.last}`;
    const rows = bulk.isSifted || (await isAny(warehouse, among)) ? bulk.merged(among) : bulk.staged;
    await insert(waiting(`${own} AND _line < ${span.first}`));
    await warehouse.run(
      `INSERT INTO ${made} SELECT ${typedRows(register, literal(bulk.path))} FROM (${rows})`,
    );
    await insert(waiting(`${own} AND _line > ${span.last}`));
  };

  const files = await warehouse.rows(
    `SELECT _id, _place FROM ${places} WHERE _place IS NOT NULL ORDER BY _place`,
  );
  let before = -1;
  for (const { _id, _place } of files) {
    const bulk = bulks.find(({ file }) => file === Number(_id));
    if (!bulk) continue;
    await insert(waiting(`_place > ${before} AND _place < ${_place}`));
    await ofFile(bulk);
    before = Number(_place);
  }
  await insert(waiting(`_place > ${before}`));
};

/** Puts the rows that wait behind those that `room.register` has. */
export const settledBehind = async (
  warehouse: Warehouse,
  register: Register,
  bulks: readonly SetWise[],
): Promise<void> => {
  const made = table(register.room, register.id);
  if (bulks.length > 0) await fromBulks(warehouse, register, bulks, made);
  else if (await isAny(warehouse, `FROM ${staged(register)}`))
    await warehouse.run(`INSERT INTO ${made} ${sorted(register, `SELECT * FROM ${staged(register)}`)}`);
  await warehouse.run(`DROP TABLE ${staged(register)}`);
};

/** Makes `room.register`: typed columns, then the file and line each row came from. */
export const settledTable = async (
  warehouse: Warehouse,
  register: Register,
  bulks: readonly SetWise[],
): Promise<void> => {
  const made = table(register.room, register.id);
  if (bulks.length > 0) {
    await warehouse.run(`CREATE TABLE ${made} (${columnsOf(register, bulks)})`);
    await fromBulks(warehouse, register, bulks, made);
  } else
    await warehouse.run(`CREATE TABLE ${made} AS ${sorted(register, `SELECT * FROM ${staged(register)}`)}`);
  await warehouse.run(`DROP TABLE ${staged(register)}`);
};
