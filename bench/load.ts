import { mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { organisation } from "../pipelines/index.ts";
import { ingest } from "../src/node/ingest.ts";

/** One load in a process of its own: `load.ts naive|ingest DATA OUT` writes what it took as JSON, its start left out. */
const [what, data = "", out = ""] = process.argv.slice(2);

/** The floor: the same files into typed columns, nothing checked. What does not fit a type is dropped unseen. */
const naive = async (): Promise<void> => {
  const instance = await DuckDBInstance.create(path.join(out, "naive.duckdb"));
  const connection = await instance.connect();
  const files = readdirSync(data)
    .filter((name) => name.startsWith("visits"))
    .map((name) => `'${path.join(data, name).replaceAll("'", "''")}'`);
  await connection.run(`
    CREATE TABLE visits AS SELECT * FROM read_csv([${files.join(", ")}], header = true, delim = ',', quote = '"', escape = '"',
      auto_detect = false, ignore_errors = true, columns = {
        visit_id: 'VARCHAR', visit_day: 'DATE', enterprise_id: 'VARCHAR', enterprise_name: 'VARCHAR', cadre_id: 'VARCHAR',
        by_proxy: 'VARCHAR', method: 'VARCHAR', tasks: 'VARCHAR', content: 'VARCHAR', logged_day: 'DATE'})`);
  await connection.run("CHECKPOINT");
  connection.closeSync();
  instance.closeSync();
};

/** The product's own way, without models and checks: the folder of rooms is an empty one. */
const through = async (): Promise<void> => {
  await ingest({ data, out, organisation, rooms: out, progress: () => {} });
};

mkdirSync(out, { recursive: true });
const from = process.hrtime.bigint();
const used = process.cpuUsage();
if (what === "naive") await naive();
else await through();
const { user, system } = process.cpuUsage(used);
process.stdout.write(
  JSON.stringify({
    seconds: Number(process.hrtime.bigint() - from) / 1e9,
    cpu: (user + system) / 1e6,
    peak: process.resourceUsage().maxRSS / 1024,
  }),
);
