import { type Organisation, registersOf } from "../organisation.ts";
import type { Completeness } from "../publication.ts";
import type { Register } from "../register.ts";
import { literal, modelName, name, table } from "./sql.ts";
import type { Warehouse } from "./warehouse.ts";

const rowsOf = ({ room, id, event }: Register): string =>
  event
    ? `SELECT ${literal(id)} AS register, quarter_of(day) AS quarter, sum(n)::BIGINT AS n FROM (SELECT ${name(event)} AS day, count(*) AS n FROM ${table(room, id)} GROUP BY ALL) GROUP BY ALL`
    : `SELECT ${literal(id)} AS register, quarter, n FROM calendar.quarters CROSS JOIN (SELECT count(*) AS n FROM ${table(room, id)})`;

const count = (text: string | null | undefined): number | null =>
  text === null || text === undefined ? null : Number(text);

/**
 * How complete the registers are: rows per register and quarter, and what was due against what came.
 * `organisation.completeness` names a model (quarter, register, due, received, late, zero, missing).
 */
export const completenessOf = async (
  warehouse: Warehouse,
  organisation: Organisation,
): Promise<Completeness[]> => {
  const registers = registersOf(organisation);
  const due = organisation.completeness
    ? `SELECT * FROM ${modelName(organisation.completeness)}`
    : "SELECT NULL::VARCHAR AS quarter, NULL::VARCHAR AS register, NULL AS due, NULL AS received, NULL AS late, NULL AS zero, NULL AS missing WHERE false";
  const rows = await warehouse.rows(`
    WITH counted AS (${registers.map(rowsOf).join(" UNION ALL ")}),
    every_one AS (SELECT quarter, unnest([${registers.map((r) => literal(r.id)).join(", ")}]) AS register FROM calendar.quarters)
    SELECT e.quarter, e.register, coalesce(n, 0) AS rows, due, received, late, zero, missing
    FROM every_one e LEFT JOIN counted USING (quarter, register) LEFT JOIN (${due}) USING (quarter, register)`);
  const found = new Map(rows.map((row) => [`${row.quarter} ${row.register}`, row]));
  const quarters = [...new Set(rows.map((row) => row.quarter as string))].sort();
  return quarters.flatMap((quarter) =>
    registers.map(({ id, room, words }) => {
      const row = found.get(`${quarter} ${id}`);
      return {
        quarter,
        room,
        register: id,
        words,
        rows: count(row?.rows) ?? 0,
        due: count(row?.due),
        received: count(row?.received),
        late: count(row?.late),
        zero: count(row?.zero),
        missing: count(row?.missing),
      };
    }),
  );
};
