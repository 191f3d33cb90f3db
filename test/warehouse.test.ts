import { chmodSync, existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { buildWarehouse } from "../src/node/build_warehouse.ts";
import { allowMemory } from "../src/node/memory.ts";
import { thisRun } from "../src/node/run.ts";
import { failing, shortage } from "../src/node/shortage.ts";
import { openInMemory, openWarehouse, type Warehouse } from "../src/node/warehouse.ts";
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

  // Nothing is closed to root, who has to be somebody else for a moment.
  it.runIf(process.getuid?.() === 0 && process.seteuid !== undefined)(
    "that may not be read, or lies where nobody may look, is neither damaged nor missing",
    async () => {
      const said: unknown[] = [];
      for (const [place, mode] of [
        [path.join(bench.out, "warehouse.duckdb"), 0o600],
        [bench.out, 0o700],
      ] as const) {
        const others = [bench.folder, bench.out].map((folder) => [folder, statSync(folder).mode] as const);
        for (const [folder] of others) chmodSync(folder, 0o755);
        chmodSync(place, mode);
        process.seteuid?.(65534);
        await openWarehouse(bench.out).then(
          (warehouse) => warehouse.close(),
          (error) => said.push(shortage(error)?.zh),
        );
        process.seteuid?.(0);
        for (const [folder, before] of others) chmodSync(folder, before);
      }
      expect(said).toEqual(Array(2).fill(expect.stringMatching(/^没有读写权限：.+/)));
    },
  );

  it("keeps to the memory that it may take, and what does not fit even so is told as such", async () => {
    allowMemory(256);
    try {
      await buildWarehouse(path.join(bench.folder, "little"), 0, async (warehouse) => {
        const [limit] = await warehouse.rows("SELECT current_setting('memory_limit') AS is");
        expect(limit?.is).toBe("244.1 MiB");
        const whole = await warehouse
          .run("CREATE TABLE t AS SELECT list(range) FROM range(60000000)")
          .catch(failing("算不成", "not done"))
          .then(String, String);
        expect(shortage(whole)?.zh).toMatch(/^内存不够：请在 settings.yaml 里把 memory 写大一些/);
        await warehouse.run("ROLLBACK; BEGIN TRANSACTION");
      });
    } finally {
      allowMemory(undefined);
    }
    expect(() => failing("算不成", "not done")(new Error("Binder Error: no column\nLINE 1"))).toThrow(
      "算不成：Binder Error: no column",
    );
    const full = new Error("Out of Memory Error: failed to offload … the 'max_temp_directory_size' setting");
    expect(shortage(full)?.zh).toMatch(/^磁盘已满/);
  });

  it("in memory spills where it is told to, and otherwise nowhere: not where the program was started", async () => {
    const spillsOf = async (folder?: string): Promise<unknown> => {
      using memory = await openInMemory([], folder);
      const reader = await memory.runAndReadAll("SELECT current_setting('temp_directory')");
      return reader.getRows()[0]?.[0];
    };
    expect(await spillsOf(bench.folder)).toBe(path.join(bench.folder, `.spill-${thisRun}`));
    expect(await spillsOf()).toBe("");
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
