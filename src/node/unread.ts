import type { Problem } from "../problem.ts";
import { discreet } from "./discreet.ts";
import type { Doubted } from "./doubted.ts";
import type { Warehouse } from "./warehouse.ts";

/**
 * Files, and sheets of workbooks, that were read as no register or of which nobody can tell when they were filed, in the
 * order of their names, each with the first reason why.
 */
export const unreadIn = async (warehouse: Warehouse): Promise<Doubted[]> => {
  const rows = await warehouse.rows(`
    SELECT path, line, reason, slots, severity
    FROM intake.problems JOIN intake.files USING (file_id)
    WHERE register IS NULL OR reason IN ('period.unread', 'filed.unread')
    QUALIFY row_number() OVER (PARTITION BY file_id ORDER BY severity, line NULLS FIRST, reason, slots) = 1
    ORDER BY file_id`);
  return rows.map(({ path, line, reason, slots, severity }) => ({
    path: path ?? "",
    problem: {
      line: line == null ? null : Number(line),
      field: null,
      // Where no header was found, what stands in its place may be a person's row.
      header: null,
      found: null,
      fault: discreet(reason ?? "", slots ?? null),
      severity: severity as Problem["severity"],
    },
  }));
};
