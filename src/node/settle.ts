import type { Register } from "../register.ts";
import type { Loaded } from "./loaded.ts";
import { refer } from "./refer.ts";
import type { SetWise } from "./set_wise.ts";
import { emptyTables, places, settledTable } from "./settled_table.ts";
import { literal, name } from "./sql.ts";
import { staged } from "./stage.ts";
import type { Warehouse } from "./warehouse.ts";

/** Registers in an order in which each comes after those it points to. @throws when two point to each other */
export const inDependency = (registers: readonly Register[]): Register[] => {
  const byId = new Map(registers.map((r) => [r.id, r]));
  const done = new Set<Register>();
  const visit = (register: Register, path: readonly Register[]): void => {
    if (done.has(register)) return;
    if (path.includes(register)) throw new Error(`registers refer in a circle: ${register.id}`);
    for (const { to } of register.refers ?? []) {
      const target = byId.get(to);
      if (!target) throw new Error(`${register.id} refers to an unknown register: ${to}`);
      if (target !== register) visit(target, [...path, register]);
    }
    done.add(register);
  };
  for (const register of registers) visit(register, []);
  return [...done];
};

export const keyOf = ({ key, otherwiseKey }: Register): string => {
  const joined = ([first, ...ids]: readonly string[]): string =>
    ids.length === 0 ? `coalesce(${name(first as string)}, '')` : concatenated([first as string, ...ids]);
  const concatenated = (ids: readonly string[]): string =>
    `concat_ws(chr(31), ${ids.map((id) => `coalesce(${name(id)}, '')`).join(", ")})`;
  if (!otherwiseKey) return joined(key);
  return `CASE WHEN ${key.map((id) => `${name(id)} IS NOT NULL`).join(" AND ")} THEN ${joined(key)} ELSE chr(30) || ${joined(otherwiseKey)} END`;
};

/**
 * Sets aside repeats (equal to the row before them under their key) and rows that a later one supersedes.
 * @returns whether there are rows at all: of each key one stays
 */
export const setAside = async (
  warehouse: Warehouse,
  register: Register,
  bulks: readonly SetWise[],
): Promise<boolean> => {
  const { event } = register;
  const from = staged(register);
  const key = keyOf(register);
  const fields = Object.keys(register.fields).map(name).join(", ");
  const all = `(${[from, ...bulks.map((bulk) => `(${bulk.rows})`)].map((rows) => `SELECT ${fields} FROM ${rows}`).join(" UNION ALL ")})`;
  const countedBy = async (sql: string) => {
    const given = register.key.length === 1 ? name(register.key[0] as string) : "NULL";
    const [row] = await warehouse.rows(
      `SELECT count(*) AS n, count(${given}) AS given, count(DISTINCT ${sql}) AS keys FROM ${all}`,
    );
    return { n: Number(row?.n), given: Number(row?.given), keys: Number(row?.keys) };
  };
  // Where every row has its one field that is the key, that is counted for less than what stands for it otherwise.
  let counts = register.key.length === 1 ? await countedBy(name(register.key[0] as string)) : undefined;
  if (counts?.n !== counts?.given || !counts) counts = await countedBy(key);
  const { n, keys } = counts;
  if (n === keys) return n > 0;
  if (bulks.length > 0) {
    await warehouse.run(
      `CREATE TEMP TABLE shared_keys AS SELECT ${key} AS shared FROM ${all} GROUP BY 1 HAVING count(*) > 1`,
    );
    for (const bulk of bulks)
      await bulk.move(from, (rows) => `SELECT s.* FROM ${rows} s SEMI JOIN shared_keys ON shared = ${key}`);
    await warehouse.run("DROP TABLE shared_keys");
  }
  const row = `ROW(${Object.keys(register.fields).map(name).join(", ")})`;
  await warehouse.run(`
    INSERT INTO intake.set_aside (file_id, line, register, fate, by_file)
    WITH keyed AS (SELECT *, ${key} AS _key FROM ${from}),
    shared AS (SELECT _key FROM keyed GROUP BY _key HAVING count(*) > 1),
    spoken AS (
      SELECT keyed.*, _place, ${row} AS _row,
        lag(_row) OVER (PARTITION BY _key ORDER BY _place, _line) AS _before,
        arg_max(_file, _place) OVER (PARTITION BY _key) AS _by
      FROM keyed JOIN shared USING (_key) JOIN ${places} ON _id = _file),
    fated AS (
      SELECT *, _before IS NOT NULL AND _row IS NOT DISTINCT FROM _before AS _repeats FROM spoken),
    placed AS (
      SELECT *, NOT _repeats AND row_number() OVER (PARTITION BY _key, _repeats ORDER BY _place DESC, _line DESC) = 1 AS _last FROM fated)
    SELECT _file, _line, ${literal(register.id)}, CASE WHEN _repeats THEN 'repeated' ELSE 'superseded' END, _by
    FROM placed WHERE NOT _last;
    ${event === undefined ? "" : `INSERT INTO intake.unkept_days SELECT _file, ${literal(register.id)}, CAST(s.${name(event)} AS DATE) FROM ${from} s JOIN intake.set_aside a ON a.file_id = _file AND a.line = _line AND a.register = ${literal(register.id)};`}
    DELETE FROM ${from} USING intake.set_aside a
    WHERE a.file_id = _file AND a.line = _line AND a.register = ${literal(register.id)}`);
  return true;
};

/** Registers of which rows wait in staging tables. */
export const waiting = async (warehouse: Warehouse, registers: readonly Register[]): Promise<Set<string>> => {
  const each = registers.map((one) => `SELECT ${literal(one.id)} AS id WHERE EXISTS (FROM ${staged(one)})`);
  return new Set((await warehouse.rows(each.join(" UNION ALL "))).map(({ id }) => id as string));
};

/** What of a register was read in bulk. */
export const bulksAmong = (loaded: readonly Loaded[], register: Register): SetWise[] =>
  loaded.flatMap(({ table: { header }, inBulk }) =>
    inBulk && header?.register === register ? [inBulk.bulk] : [],
  );

/** Staged rows → the registers' tables: references first, then keys, so that a refused row supersedes nothing. */
export const settle = async (
  warehouse: Warehouse,
  registers: readonly Register[],
  loaded: readonly Loaded[] = [],
): Promise<void> => {
  const byId = new Map(registers.map((r) => [r.id, r]));
  const bulksOf = (register: Register): SetWise[] => bulksAmong(loaded, register);
  const some = await waiting(warehouse, registers);
  const hasRows = (one: Register): boolean => some.has(one.id) || bulksOf(one).length > 0;
  const rooms = [...new Set(registers.map((r) => r.room))].map((room) => `CREATE SCHEMA ${name(room)}`);
  await warehouse.run([...rooms, emptyTables(registers.filter((one) => !hasRows(one)))].join("; "));
  /** Registers that have rows when all is settled. */
  const filled = new Set<string>();
  for (const register of inDependency(registers).filter(hasRows)) {
    const bulks = bulksOf(register);
    for (const reference of register.refers ?? []) {
      if (reference.to === register.id) continue;
      const target = byId.get(reference.to) as Register;
      await refer(warehouse, register, target, reference, filled.has(target.id), bulks);
    }
    if (await setAside(warehouse, register, bulks)) filled.add(register.id);
    await settledTable(warehouse, register, bulks);
    if (bulks.length > 0) await warehouse.transaction.soFar();
  }
};
