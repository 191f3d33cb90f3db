import type { Register } from "../register.ts";
import { literal, name, table } from "./sql.ts";
import type { Warehouse } from "./warehouse.ts";

/**
 * Makes `intake.quarters`: which quarters the accepted rows of each file speak of, and how many rows lie in each.
 * A file that states no 期别 is a return for these.
 */
export const enterQuarters = async (warehouse: Warehouse, registers: readonly Register[]): Promise<void> => {
  const dated = registers.flatMap(({ room, id, event }) =>
    event === undefined
      ? []
      : [
          `SELECT ${literal(id)} AS register, _file AS path, quarter_of(${name(event)}) AS quarter, count(*) AS rows FROM ${table(room, id)} GROUP BY ALL`,
        ],
  );
  const none =
    "SELECT NULL::VARCHAR AS register, NULL::VARCHAR AS path, NULL::VARCHAR AS quarter, 0 AS rows WHERE false";
  await warehouse.run(`CREATE TABLE intake.quarters AS ${[none, ...dated].join(" UNION ALL ")}`);
};
