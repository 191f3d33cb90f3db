import { vector } from "./append.ts";
import type { Bulk } from "./bulk.ts";
import { name } from "./sql.ts";

/**
 * True where in every column that is filled down a value stands twice running: where cells are merged nobody repeats
 * them. Only the first canonical records of the bulk are looked at.
 */
export const repeatsIn = async (
  { places, rows: canonical, warehouse }: Bulk,
  from = 0,
  to = vector,
): Promise<boolean> => {
  const filled = places.flatMap(({ id, field }) =>
    id !== null && field?.fillDown && !field.optional ? [name(id)] : [],
  );
  if (filled.length === 0) return true;
  const before = filled.map((column, i) => `lag(${column}) OVER (ORDER BY _rec) AS _${i}`);
  const twice = filled.map(
    (column, i) => `coalesce(bool_or(_rec = _before + 1 AND ${column} = _${i}), false)`,
  );
  const [row] = await warehouse.rows(
    `SELECT ${twice.join(" AND ")} AS yes
     FROM (SELECT *, lag(_rec) OVER (ORDER BY _rec) AS _before, ${before.join(", ")}
       FROM (${canonical}) WHERE _rec >= ${from} AND _rec < ${to})`,
  );
  return row?.yes === "true";
};
