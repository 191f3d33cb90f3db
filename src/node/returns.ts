import type { Register } from "../register.ts";
import { literal, name, table } from "./sql.ts";
import type { Warehouse } from "./warehouse.ts";

/**
 * Makes `intake.quarters`: which quarters the sound rows of each file speak of, and how many rows lie in each.
 * A file that states no 期别 is a return for these. What another file repeated or superseded was handed in all the same.
 */
export const enterQuarters = (warehouse: Warehouse, registers: readonly Register[]): Promise<void> =>
  warehouse.run(`CREATE TABLE intake.quarters AS ${quartersSql(registers)}`);

/** Enters the quarters of files that came to those of which `intake.quarters` tells. @param first their lowest number */
export const enterMoreQuarters = (
  warehouse: Warehouse,
  registers: readonly Register[],
  first: number,
): Promise<void> => warehouse.run(`INSERT INTO intake.quarters ${quartersSql(registers, first)}`);

const quartersSql = (registers: readonly Register[], first = 0): string => {
  const some =
    first === 0 ? "" : ` SEMI JOIN (FROM intake.files WHERE file_id >= ${first}) f ON f.path = _file`;
  const dated = registers.flatMap(({ room, id, event }) =>
    event === undefined
      ? []
      : [
          `SELECT ${literal(id)} AS register, _file AS path, ${name(event)} AS day, count(*) AS rows FROM ${table(room, id)}${some} GROUP BY ALL`,
        ],
  );
  const unkept = `SELECT u.register, path, day, count(*) AS rows FROM intake.unkept_days u JOIN intake.files USING (file_id) WHERE file_id >= ${first} GROUP BY ALL`;
  return `
    SELECT register, path, quarter_of(day) AS quarter, sum(rows)::BIGINT AS rows FROM (${[unkept, ...dated].join(" UNION ALL ")})
    GROUP BY ALL ORDER BY ALL`;
};
