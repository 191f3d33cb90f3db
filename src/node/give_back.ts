import type { Cache } from "./cache.ts";
import type { Loaded } from "./loaded.ts";
import { writeReceipts } from "./receipts.ts";
import { RefusedNames } from "./refused_names.ts";
import type { Warehouse } from "./warehouse.ts";
import type { Work } from "./work.ts";

/**
 * Writes the receipts of what was loaded; keeps the rows that they give back beside what reading gave, and notes where
 * somebody in such a row is named.
 * @returns how many receipts there are
 */
export const giveBack = async (
  warehouse: Warehouse,
  { tables, out, organisation, listed: most }: Work,
  loaded: readonly Loaded[],
  cache: Cache | undefined,
): Promise<number> => {
  const names = new RefusedNames();
  const remember = (one: Loaded, at: number, rows: Parameters<RefusedNames["add"]>[1]): void => {
    cache?.remember(one.sha256, at, rows);
    names.add(one, rows);
  };
  const written = await writeReceipts(warehouse, loaded, tables, out, { remember, most });
  await names.enter(warehouse, organisation);
  return written;
};
