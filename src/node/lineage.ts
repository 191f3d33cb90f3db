import type { Room } from "../register.ts";
import type { Warehouse } from "./warehouse.ts";

const made = /CREATE\s+(?:OR\s+REPLACE\s+)?TABLE\s+(\w+\.\w+)/i;

/**
 * Which registers of its own room each model rests on, through other models too, as pairs of model and register.
 * Registers stand for themselves.
 */
export const restingOn = (room: Room, statements: readonly string[]): [string, string][] => {
  const registers = new Map(room.registers.map(({ id }) => [`${room.id}.${id}`, new Set([id])]));
  const known = new Map<string, ReadonlySet<string>>(registers);
  for (const statement of statements) {
    const bare = statement.replace(/--[^\n]*/g, "");
    const model = made.exec(bare)?.[1];
    if (model === undefined) continue;
    const named = bare.match(/\b\w+\.\w+\b/g) ?? [];
    known.set(model, new Set(named.flatMap((one) => [...(known.get(one) ?? [])])));
  }
  return [...known].flatMap(([model, on]) => [...on].map((register): [string, string] => [model, register]));
};

/** Models made from registers of which none was ever handed in, not even empty. */
export const unsentModels = async (warehouse: Warehouse): Promise<Set<string>> => {
  const rows = await warehouse.rows(`
    SELECT model FROM intake.models LEFT JOIN intake.files USING (register)
    GROUP BY model HAVING count(file_id) = 0`);
  return new Set(rows.map((row) => row.model as string));
};

/** Registers of which no file was ever handed in, not even an empty one. */
export const unsentRegisters = async (warehouse: Warehouse): Promise<Set<string>> => {
  const rows = await warehouse.rows(
    "SELECT register FROM intake.registers WHERE register NOT IN (SELECT register FROM intake.files WHERE register IS NOT NULL)",
  );
  return new Set(rows.map((row) => row.register as string));
};
