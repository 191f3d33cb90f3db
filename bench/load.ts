import { mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { organisation } from "../pipelines/index.ts";
import { ingest } from "../src/node/ingest.ts";
import { stepsOf } from "./steps.ts";

/**
 * One load in a process of its own: `load.ts naive|parse|ingest DATA OUT` writes what it took as JSON, its start left out;
 * `load.ts steps DATA OUT` the processor time by step.
 */
const [what, data = "", out = ""] = process.argv.slice(2);

const columns = [
  "visit_id",
  "visit_day",
  "enterprise_id",
  "enterprise_name",
  "cadre_id",
  "by_proxy",
  "method",
  "tasks",
  "content",
  "logged_day",
];
const isDay = (name: string): boolean => name.endsWith("_day");
/**
 * The floor: the same files into typed columns, nothing checked. What does not fit a type is dropped unseen.
 * @param sql what is made of the rows, given as SQL
 */
const naive = async (sql: (rows: string) => string): Promise<void> => {
  const instance = await DuckDBInstance.create(path.join(out, "naive.duckdb"));
  const connection = await instance.connect();
  const files = readdirSync(data)
    .filter((name) => name.startsWith("visits"))
    .map((name) => `'${path.join(data, name).replaceAll("'", "''")}'`);
  const typed = columns.map((name) => `${name}: '${isDay(name) ? "DATE" : "VARCHAR"}'`);
  await connection.run(
    sql(`read_csv([${files.join(", ")}], header = true, delim = ',', quote = '"', escape = '"',
      auto_detect = false, ignore_errors = true, columns = {${typed.join(", ")}})`),
  );
  await connection.run("CHECKPOINT");
  connection.closeSync();
  instance.closeSync();
};

/** The product's own way, without models and checks: the folder of rooms is an empty one. */
const through = async (): Promise<void> => {
  await ingest({ data, out, organisation, rooms: out, progress: () => {} });
};

const intoTable = (): Promise<void> => naive((rows) => `CREATE TABLE visits AS SELECT * FROM ${rows}`);
const nowhere = (): Promise<void> =>
  naive((rows) => {
    const looked = columns.map((name) => (isDay(name) ? `max(${name})` : `max(strlen(${name}))`));
    return `SELECT ${looked.join(", ")} FROM ${rows}`;
  });

mkdirSync(out, { recursive: true });
if (what === "steps") process.stdout.write(JSON.stringify(await stepsOf(through)));
else {
  const from = process.hrtime.bigint();
  const used = process.cpuUsage();
  await (what === "naive" ? intoTable : what === "parse" ? nowhere : through)();
  const { user, system } = process.cpuUsage(used);
  process.stdout.write(
    JSON.stringify({
      seconds: Number(process.hrtime.bigint() - from) / 1e9,
      cpu: (user + system) / 1e6,
      peak: process.resourceUsage().maxRSS / 1024,
    }),
  );
}
