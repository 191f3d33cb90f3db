import type { Bulk } from "./bulk.ts";
import { name } from "./sql.ts";

/**
 * What the canonical records of a bulk add up to, field by field, between these places.
 * @param bounds numbers of records, ascending: the first sum is of the records before the first of them
 * @param from the first record that counts
 * @param to the record behind the last that counts
 * @returns digits without their point, by field
 */
export const sumsIn = async (
  { places, rows: canonical, warehouse }: Bulk,
  bounds: readonly number[],
  from = 0,
  to?: number,
): Promise<Map<string, bigint>[]> => {
  const sums = Array.from({ length: bounds.length + 1 }, () => new Map<string, bigint>());
  const summed = places.flatMap(({ id, field }) =>
    id !== null && (field?.kind === "money" || field?.kind === "count") ? [id] : [],
  );
  if (bounds.length === 0 || summed.length === 0) return sums;
  const part = bounds.map((rec) => `(_rec >= ${rec})::INTEGER`).join(" + ");
  const digits = summed.map((id) => `sum(replace(${name(id)}, '.', '')::HUGEINT) AS ${name(id)}`);
  const rows = await warehouse.rows(
    `SELECT ${part} AS _part, ${digits.join(", ")} FROM (${canonical})
     WHERE _rec >= ${from} AND ${to === undefined ? "true" : `_rec < ${to}`} GROUP BY 1`,
  );
  for (const row of rows) for (const id of summed) sums[Number(row._part)]?.set(id, BigInt(row[id] ?? 0));
  return sums;
};
