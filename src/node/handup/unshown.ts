import { handedUp } from "../../handed_up.ts";
import { words } from "../../words.ts";
import type { Checked } from "../model.ts";
import type { Warehouse } from "../warehouse.ts";

/**
 * Bundles of quarters that no page shows, since the own registers do not reach them, as a warning per quarter: pages of
 * such a quarter would show own numbers that are not there yet.
 */
export const bundlesUnshown = async (warehouse: Warehouse): Promise<Checked[]> => {
  const rows = await warehouse.rows(`
    SELECT b.quarter, path, (SELECT min(quarter) FROM calendar.quarters) AS first, (SELECT max(quarter) FROM calendar.quarters) AS last
    FROM intake.bundles b JOIN intake.files USING (file_id)
    WHERE b.quarter NOT IN (FROM calendar.quarters SELECT quarter) ORDER BY b.quarter, path`);
  return [...new Set(rows.map(({ quarter }) => quarter ?? ""))].map((quarter): Checked => {
    const own = rows.filter((row) => row.quarter === quarter);
    const { first, last } = own[0] ?? {};
    return {
      id: `${handedUp.room}.unshown_${quarter}`,
      room: handedUp.room,
      words: words(
        `${quarter} 的上报数暂不显示：本级台账只有 ${first}—${last}，报到该季度后自动显示`,
        `what was handed up of ${quarter} is not shown yet: own registers tell of ${first} to ${last}; it shows when they reach it`,
      ),
      severity: "warning",
      count: own.length,
      rows: own.map(({ path = null }) => ({ file: path, line: null })),
    };
  });
};
