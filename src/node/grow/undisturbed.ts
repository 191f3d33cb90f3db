import type { Register } from "../../register.ts";
import { isAny } from "../is_any.ts";
import { literal, table } from "../sql.ts";
import type { Warehouse } from "../warehouse.ts";

/**
 * Whether the settled rows of all registers stay as they are when rows come to one that they refer to. They do where
 * none was handed in, and where every row found what it points to by its code: one more to point to changes nothing.
 * A name may become ambiguous, what was missing may be there now, and what nobody handed in may be checked now.
 */
export const isUndisturbed = async (
  warehouse: Warehouse,
  target: Register,
  registers: readonly Register[],
): Promise<boolean> => {
  for (const { id, refers = [] } of registers) {
    const references = refers.filter(({ to }) => to === target.id && id !== target.id);
    const files = `FROM intake.files WHERE register = ${literal(id)}`;
    if (references.length === 0 || !(await isAny(warehouse, files))) continue;
    const missed = `FROM intake.problems SEMI JOIN (${files}) USING (file_id) WHERE reason LIKE 'reference.%'`;
    if (
      references.some(({ byName }) => byName !== undefined) ||
      !(await isAny(warehouse, `FROM ${table(target.room, target.id)}`)) ||
      (await isAny(warehouse, missed))
    )
      return false;
  }
  return true;
};
