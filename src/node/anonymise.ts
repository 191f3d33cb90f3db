import type { Register } from "../register.ts";
import { type ForgottenList, type Held, hashedBehind, heldBy, tellingOf } from "./forgotten.ts";
import { type Lines, lineOf } from "./forgotten_lines.ts";
import { naming } from "./forgotten_rows.ts";
import { enter } from "./ledger.ts";
import { literal, name, table } from "./sql.ts";
import type { Warehouse } from "./warehouse.ts";

/** What stands where something personal stood: a figure that counts what is filled in stays as it is. */
const gone = "***";

const clearing = ({ fields }: Register, ids: readonly string[]): string[] =>
  Object.entries(fields)
    .filter(([id]) => ids.includes(id))
    .map(([id, { sql, options }]) =>
      sql === "VARCHAR" && options === undefined
        ? `${name(id)} = CASE WHEN t.${name(id)} IS NULL THEN NULL ELSE ${literal(gone)} END`
        : `${name(id)} = NULL`,
    );

/** Clears the rows of one register whose field has a value on the list. */
const clearRows = (list: ForgottenList, held: Held): string => {
  const { of, register, field } = held;
  const persons = list.persons.filter((p) => p.of === of);
  const map = persons.map(({ hash, instead }) => `(${literal(hash)}, ${literal(instead)})`).join(", ");
  const numbered = register.fields[field]?.personal !== true;
  const set = numbered
    ? [`${name(field)} = _who.instead`, ...clearing(register, tellingOf(held))]
    : clearing(register, tellingOf(held));
  const into = table(register.room, register.id);
  const column = name(field);
  return `
    CREATE OR REPLACE TEMP TABLE _who AS
    SELECT DISTINCT ${column} AS value, instead FROM ${into}
    JOIN (VALUES ${map}) p(hash, instead) ON hash = sha256(${literal(hashedBehind(list, of))} || ${column});
    INSERT INTO intake.forgotten
    SELECT f.file_id, t._line, ${literal(register.id)}, instead FROM ${into} t JOIN _who ON value = ${column} JOIN intake.files f ON f.path = t._file;
    UPDATE ${into} AS t SET ${set.join(", ")} FROM _who WHERE t.${column} = _who.value;
    DROP TABLE _who`;
};

/** What was found in a cell of a row about somebody forgotten is told no more, whether the row counts or was refused. */
const redact = async (warehouse: Warehouse, list: ForgottenList, lines: Lines): Promise<void> => {
  const named = naming(list);
  const rows = await warehouse.rows(`
    SELECT p.rowid AS id, file_id, line, found, slots, EXISTS (FROM intake.forgotten f WHERE f.file_id = p.file_id AND f.line = p.line) AS own
    FROM intake.problems p WHERE found IS NOT NULL OR slots IS NOT NULL`);
  for (const { id, file_id, line, found, slots, own } of rows) {
    const told = Object.entries(slots ? (JSON.parse(slots) as Record<string, string>) : {});
    const isOwn = own === "true" || lines.has(lineOf(file_id ?? "", line ?? ""));
    const hides = (value: string): boolean => isOwn || named(value);
    if (![found ?? "", ...told.map(([, value]) => value)].some(hides)) continue;
    const kept = told.map(([slot, value]) => [
      slot,
      ["found", "candidates"].includes(slot) && hides(value) ? gone : value,
    ]);
    await warehouse.run(
      `UPDATE intake.problems SET found = ${found ? literal(gone) : "NULL"}, slots = ${slots ? literal(JSON.stringify(Object.fromEntries(kept))) : "NULL"} WHERE rowid = ${id}`,
    );
  }
};

/**
 * Takes away from the settled registers what tells who the persons on the list are. Their rows stay and count: totals
 * that were published do not move because somebody is forgotten, and rows read still equal rows accounted for. So a row
 * keeps what it counts by; everything personal in it is written over, and the person's number becomes one drawn at
 * random, the same in every register, so that rows still belong together and distinct persons stay distinct.
 * A person who has no number where they stand (a station's manager) is found by the name, and the name alone is cleared.
 * Where nobody was forgotten, nothing is run.
 * @param lines what there is to tell about these is told no more: their rows, as sent, are about somebody on the list
 * @returns rows that were cleared
 */
export const anonymise = async (
  warehouse: Warehouse,
  registers: readonly Register[],
  list: ForgottenList,
  lines: Lines,
): Promise<number> => {
  if (list.persons.length === 0) return 0;
  for (const held of heldBy(registers, list)) await warehouse.run(clearRows(list, held));
  await redact(warehouse, list, lines);
  await enter(
    warehouse,
    "withheld",
    [...lines].map(([line, instead]) => [...line.split(":").map(Number), instead]),
  );
  const [row] = await warehouse.rows("SELECT count(DISTINCT (file_id, line)) AS n FROM intake.forgotten");
  return Number(row?.n ?? 0);
};
