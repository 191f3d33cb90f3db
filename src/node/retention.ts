import type { Register } from "../register.ts";
import { words } from "../words.ts";
import { holdersOf, ownOf } from "./forgotten.ts";
import type { Checked } from "./model.ts";
import { literal, name, table } from "./sql.ts";
import type { Warehouse } from "./warehouse.ts";

/** Offenders beyond this many are counted, not listed. */
const listed = 200;

/** Nothing of the same person happened since: a learner filed long ago may still attend. */
const quietSince = (registers: readonly Register[], { id, person }: Register, cutoff: string): string[] => {
  if (person === undefined) return [];
  const held = holdersOf(registers, `${id}.${person.number}`);
  return registers.flatMap((other) =>
    Object.keys(other.fields)
      .filter((field) => other.id !== id && other.event !== undefined && held.has(`${other.id}.${field}`))
      .map(
        (field) =>
          `NOT EXISTS (FROM ${table(other.room, other.id)} o WHERE o.${name(field)} = t.${name(person.number)} AND o.${name(other.event as string)} >= ${cutoff})`,
      ),
  );
};

const query = (registers: readonly Register[], register: Register, cutoff: string): string | undefined => {
  const since = register.person?.since ?? register.event;
  const personal = ownOf(register).filter((id) => register.fields[id]?.identifies);
  if (since === undefined || personal.length === 0) return undefined;
  const filled = personal
    .map((id) => `nullif(CAST(t.${name(id)} AS VARCHAR), '***') IS NOT NULL`)
    .join(" OR ");
  const old = [`t.${name(since)} < ${cutoff}`, `(${filled})`, ...quietSince(registers, register, cutoff)];
  return `SELECT ${literal(register.id)} AS register, _file, _line, count(*) OVER () AS n
    FROM ${table(register.room, register.id)} t WHERE ${old.join(" AND ")} ORDER BY _file, _line LIMIT ${listed}`;
};

/**
 * Rows with names and numbers of persons that are older than the time for keeping them, as a warning per register.
 * The time runs from the end of the matter (`person.since`, else the event); a row without that day is still open.
 * @param asOf the last day of the data, against which age is told: no clock is read
 * @param years 0 for no limit
 */
export const keptTooLong = async (
  warehouse: Warehouse,
  registers: readonly Register[],
  asOf: string,
  years: number,
): Promise<Checked[]> => {
  if (years === 0 || asOf === "") return [];
  const cutoff = `(DATE ${literal(asOf)} - INTERVAL ${years} YEAR)::DATE`;
  const queries = registers.flatMap((register) => query(registers, register, cutoff) ?? []);
  if (queries.length === 0) return [];
  const rows = await warehouse.rows(queries.map((one) => `(${one})`).join(" UNION ALL "));
  return registers.flatMap(({ id, room, words: called }): Checked[] => {
    const own = rows.filter((row) => row.register === id);
    if (own.length === 0) return [];
    return [
      {
        id: `${room}.${id}_kept_too_long`,
        room,
        words: words(
          `${called.zh}里的个人信息已超过保存期限（${years}年），办法见 PRIVACY.md`,
          `personal data in ${called.en} kept for more than ${years} years; PRIVACY.md says what to do`,
        ),
        severity: "warning",
        count: Number(own[0]?.n ?? 0),
        rows: own.map((row) => ({ file: row._file ?? null, line: Number(row._line) })),
      },
    ];
  });
};
