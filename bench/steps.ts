import { DuckDBConnection } from "@duckdb/node-api";

/** What a big file goes through in DuckDB, and by what its statements are known. */
const known = [
  ["read", /^\s*CREATE TEMP TABLE cells_/],
  ["keys", /count\(DISTINCT/],
  ["table", /^\s*INSERT INTO "visits"\."visits"/],
  ["comments", /^\s*COMMENT ON/],
] as const;

export type Step = (typeof known)[number][0] | "others" | "own";

/** Processor time by step, in seconds. */
export type Steps = Readonly<Record<Step, number>>;

const seconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1e6;

/**
 * Does some work and tells what DuckDB's statements took of the process's time; `own` is what JavaScript took besides.
 * DuckDB's threads are the process's own, and nothing else runs while a statement does.
 */
export const stepsOf = async (work: () => Promise<void>): Promise<Steps> => {
  const steps: Record<Step, number> = { read: 0, keys: 0, table: 0, comments: 0, others: 0, own: 0 };
  const run = DuckDBConnection.prototype.run;
  DuckDBConnection.prototype.run = async function (sql, ...given) {
    const before = process.cpuUsage();
    const result = await run.call(this, sql, ...given);
    const step = known.find(([, pattern]) => pattern.test(sql))?.[0] ?? "others";
    steps[step] += seconds(process.cpuUsage(before));
    return result;
  };
  const before = process.cpuUsage();
  await work();
  const all = seconds(process.cpuUsage(before));
  DuckDBConnection.prototype.run = run;
  const { own: _, ...inside } = steps;
  return { ...steps, own: all - Object.values(inside).reduce((sum, one) => sum + one, 0) };
};
