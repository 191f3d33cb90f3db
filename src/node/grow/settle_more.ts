import type { Register } from "../../register.ts";
import { isAny } from "../is_any.ts";
import type { Loaded } from "../loaded.ts";
import { refer } from "../refer.ts";
import type { SetWise } from "../set_wise.ts";
import { bulksAmong, inDependency, keyOf, setAside, waiting } from "../settle.ts";
import { settledBehind, typedFields } from "../settled_table.ts";
import { name, table } from "../sql.ts";
import { staged } from "../stage.ts";
import type { Warehouse } from "../warehouse.ts";
import { NotGrown } from "./not_grown.ts";

/** Whether a row that waits has the key of one that stands. As values, not as texts: 12.5 is 12.50. */
const meets = async (
  warehouse: Warehouse,
  register: Register,
  bulks: readonly SetWise[],
): Promise<boolean> => {
  const all = [...register.key, ...(register.otherwiseKey ?? [])].map(name).join(", ");
  const rows = [staged(register), ...bulks.map((bulk) => `(${bulk.rows})`)];
  const more = rows.map((from) => `SELECT ${all} FROM ${from}`).join(" UNION ALL ");
  const empty = register.key.map((id) => `${name(id)} IS NULL`).join(" OR ");
  // Where all have the key's first form, a row that stands under the other one cannot be met.
  const isOther = await isAny(warehouse, `FROM (${more}) WHERE ${empty}`);
  const { otherwiseKey = [], ...plain } = register;
  const ids = isOther ? [...register.key, ...otherwiseKey] : register.key;
  // A column by itself is looked through by its least and most alone.
  const key = !isOther && ids.length === 1 ? name(ids[0] as string) : keyOf(isOther ? register : plain);
  const texts = ids.map((id) => `CAST(${name(id)} AS VARCHAR) AS ${name(id)}`).join(", ");
  const keys = (of: string): string => `SELECT ${key} AS _key FROM (SELECT ${texts} FROM ${of})`;
  const waits = keys(`(SELECT ${typedFields(register, ids)} FROM (${more}))`);
  return isAny(
    warehouse,
    `FROM (${keys(table(register.room, register.id))}) stands SEMI JOIN (${waits}) waits USING (_key)`,
  );
};

/**
 * Staged rows → behind those that the registers' tables have, as `settle` would have settled them beside these.
 * @throws NotGrown where one has the key of a row that stands: which of them counts is not told here
 */
export const settleMore = async (
  warehouse: Warehouse,
  registers: readonly Register[],
  loaded: readonly Loaded[],
): Promise<void> => {
  const some = await waiting(warehouse, registers);
  for (const register of inDependency(registers)) {
    const bulks = bulksAmong(loaded, register);
    if (!some.has(register.id) && bulks.length === 0) continue;
    for (const reference of register.refers ?? []) {
      if (reference.to === register.id) continue;
      const target = registers.find(({ id }) => id === reference.to) as Register;
      await refer(
        warehouse,
        register,
        target,
        reference,
        await isAny(warehouse, `FROM ${table(target.room, target.id)}`),
        bulks,
      );
    }
    await setAside(warehouse, register, bulks);
    if (await meets(warehouse, register, bulks)) throw new NotGrown();
    await settledBehind(warehouse, register, bulks);
  }
};
