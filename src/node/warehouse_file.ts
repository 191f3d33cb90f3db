import path from "node:path";

/** The warehouse in an output folder. */
export const warehouseFile = (out: string): string => path.join(out, "warehouse.duckdb");

/** Where a run writes down what it left. */
export const lastRunFile = (out: string): string => path.join(out, "last_run");
