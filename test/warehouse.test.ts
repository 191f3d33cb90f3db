import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { buildWarehouse, openWarehouse, type Warehouse } from "../src/node/warehouse.ts";
import { filesBelow, home, Workbench } from "./workbench.ts";

const bench = new Workbench();
afterAll(() => bench.clear());
const stolen = path.join(bench.folder, "stolen.csv");
bench.put("secret.csv", "a,b\n1,2\n");
const secret = path.join(bench.data, "secret.csv");

/** What a model.sql or checks.sql might try, with everything that DuckDB knows of the world outside. */
const attempts = [
  `COPY (SELECT 1) TO '${stolen}'`,
  `COPY (SELECT 1) TO '${stolen}' (FORMAT parquet)`,
  `EXPORT DATABASE '${bench.folder}/exported'`,
  `ATTACH '${bench.folder}/other.duckdb' AS other`,
  `CREATE TABLE taken AS FROM '${secret}'`,
  `CREATE TABLE taken AS SELECT * FROM read_csv('${secret}')`,
  "CREATE TABLE taken AS SELECT * FROM read_csv('/etc/passwd', header = false)",
  "CREATE TABLE taken AS SELECT * FROM read_text('/etc/passwd')",
  "CREATE TABLE taken AS SELECT * FROM read_blob('/etc/passwd')",
  "CREATE TABLE taken AS SELECT * FROM read_json('/etc/passwd')",
  "CREATE TABLE taken AS SELECT * FROM read_csv('https://poison.invalid/x.csv')",
  "CREATE TABLE taken AS SELECT * FROM glob('/etc/*')",
  `COPY taken FROM '${secret}'`,
  "INSTALL httpfs",
  "LOAD httpfs",
  "LOAD '/tmp/x.duckdb_extension'",
  "FORCE INSTALL spatial FROM community",
  "SET enable_external_access = true",
  "SET lock_configuration = false",
  `SET temp_directory = '${bench.folder}/spilled'`,
  `SET allowed_directories = ['${bench.folder}']`,
  `SET allowed_paths = ['${stolen}']`,
  `SET log_query_path = '${stolen}'`,
  `SET home_directory = '${bench.folder}'`,
  "SET allow_unsigned_extensions = true",
  "RESET enable_external_access",
  `PRAGMA enable_profiling = 'json'`,
  `PRAGMA profiling_output = '${stolen}'`,
  `CREATE PERSISTENT SECRET s (TYPE http)`,
  "IMPORT DATABASE '/tmp'",
];

const refusedAll = async (warehouse: Warehouse): Promise<string[]> => {
  const allowed: string[] = [];
  for (const attempt of attempts)
    await warehouse.run(attempt).then(
      () => allowed.push(attempt),
      () => {},
    );
  return allowed;
};

describe("SQL of a model, which anyone may hand in", () => {
  it("reads and writes no file, loads no extension and cannot unlock itself, while the warehouse is built", async () => {
    const allowed = await buildWarehouse(bench.out, 0, async (warehouse) => {
      await warehouse.run("COMMIT");
      const found = await refusedAll(warehouse);
      await warehouse.run("BEGIN TRANSACTION");
      return found;
    });
    expect(allowed).toEqual([]);
    expect(existsSync(stolen)).toBe(false);
    expect(filesBelow(bench.folder)).toEqual(["build/warehouse.duckdb", "data/secret.csv"]);
  });

  it("nor when it is asked for figures; then it cannot change the warehouse either", async () => {
    const warehouse = await openWarehouse(bench.out);
    expect(await refusedAll(warehouse)).toEqual([]);
    await expect(warehouse.run("CREATE TABLE t (a INTEGER)")).rejects.toThrow(/read-only/);
    warehouse.close();
  });

  it("lies in a file that its owner alone can read, also in a folder that is open to others", () => {
    const { mode } = statSync(path.join(bench.out, "warehouse.duckdb"));
    if (process.platform !== "win32") expect(mode & 0o077).toBe(0);
  });

  it("is opened in one place only, which locks it", () => {
    const opening = filesBelow(path.join(home, "src"))
      .filter((file) => /DuckDBInstance/.test(readFileSync(path.join(home, "src", file), "utf8")))
      .concat(
        filesBelow(path.join(home, "pipelines")).filter((file) =>
          /duckdb/i.test(readFileSync(path.join(home, "pipelines", file), "utf8")),
        ),
      );
    expect(opening).toEqual(["node/warehouse.ts"]);
  });
});
