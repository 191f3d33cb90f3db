import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { filesBelow, type Workbench } from "./workbench.ts";

/** Tables whose rows have no order: who reads them puts them into one. */
const unordered = ["intake.problems", "intake.set_aside", "intake.unkept_days"];

/**
 * All that a run left: every table and view in the order of its rows, and every receipt. Figures follow from
 * these.
 * @param inOrder whether the order of rows counts in every table; otherwise in none
 */
export const left = async (bench: Workbench, inOrder = true): Promise<Record<string, unknown>> => {
  const tables = await bench.rows(
    "SELECT schema_name || '.' || table_name AS t FROM duckdb_tables() WHERE table_name NOT IN ('origin', 'growth') UNION ALL SELECT schema_name || '.' || view_name FROM duckdb_views() WHERE NOT internal ORDER BY 1",
  );
  const found: Record<string, unknown> = {};
  await bench.ask(async (warehouse) => {
    found.comments = await warehouse.rows(
      "SELECT schema_name, table_name, column_name, comment FROM duckdb_columns() WHERE NOT internal UNION ALL SELECT schema_name, table_name, NULL, comment FROM duckdb_tables() ORDER BY ALL",
    );
    for (const { t } of tables)
      found[String(t)] = await warehouse.rows(
        `SELECT * FROM ${t} ${inOrder && !unordered.includes(String(t)) ? "" : "ORDER BY ALL"}`,
      );
  });
  const receipts = path.join(bench.out, "receipts");
  for (const file of existsSync(receipts) ? filesBelow(receipts) : [])
    found[file] = readFileSync(path.join(receipts, file), "utf8");
  return found;
};
