import type { Room } from "../register.ts";
import type { Foundation } from "./foundation.ts";
import type { Warehouse } from "./warehouse.ts";

/**
 * Which registers of its own room each model rests on, through other models too, as pairs of model and register.
 * Registers stand for themselves.
 */
export const restingOn = (
  rooms: readonly Room[],
  foundations: ReadonlyMap<string, Foundation>,
): [string, string][] =>
  [...foundations].flatMap(([model, { registers }]) => {
    const room = rooms.find(({ id }) => model.startsWith(`${id}.`));
    const own = registers.filter((register) => room?.registers.some(({ id }) => id === register));
    return own.map((register): [string, string] => [model, register]);
  });

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
