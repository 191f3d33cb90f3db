import { mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { organisation } from "../pipelines/index.ts";
import { ingest } from "../src/node/ingest.ts";

/** One load in a process of its own: `load.ts naive|ingest|whole DATA OUT` writes what it took as JSON. */
const [what, data = "", out = ""] = process.argv.slice(2);

/** The floor: the same file into typed columns, nothing checked. What does not fit a type is dropped unseen. */
const naive = async (): Promise<void> => {
  const instance = await DuckDBInstance.create(path.join(out, "naive.duckdb"));
  const connection = await instance.connect();
  const file = path.join(data, "visits.csv").replaceAll("'", "''");
  await connection.run(`
    CREATE TABLE visits AS SELECT * FROM read_csv('${file}', header = true, delim = ',', quote = '"', escape = '"',
      auto_detect = false, ignore_errors = true, columns = {
        visit_id: 'VARCHAR', visit_day: 'DATE', enterprise_id: 'VARCHAR', enterprise_name: 'VARCHAR', cadre_id: 'VARCHAR',
        by_proxy: 'VARCHAR', method: 'VARCHAR', tasks: 'VARCHAR', content: 'VARCHAR', logged_day: 'DATE'})`);
  await connection.run("CHECKPOINT");
  connection.closeSync();
  instance.closeSync();
};

const home = fileURLToPath(new URL("..", import.meta.url));

/** The product's own way; without models and checks where the folder of rooms is an empty one. */
const through = async (rooms: string): Promise<void> => {
  await ingest({ data, out, organisation, rooms, progress: () => {} });
};

mkdirSync(out, { recursive: true });
const from = process.hrtime.bigint();
const used = process.cpuUsage();
if (what === "naive") await naive();
else await through(what === "whole" ? path.join(home, "pipelines") : out);
const { user, system } = process.cpuUsage(used);
process.stdout.write(
  JSON.stringify({
    seconds: Number(process.hrtime.bigint() - from) / 1e9,
    cpu: (user + system) / 1e6,
    peak: process.resourceUsage().maxRSS / 1024,
  }),
);
