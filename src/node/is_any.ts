import type { Warehouse } from "./warehouse.ts";

/** Whether a query gives any row. @param rows SQL, `FROM …` alone or whole */
export const isAny = async (warehouse: Pick<Warehouse, "rows">, rows: string): Promise<boolean> =>
  (await warehouse.rows(`SELECT EXISTS (${rows}) AS yes`))[0]?.yes === "true";
