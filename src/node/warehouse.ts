import { statSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { type DuckDBConnection, type DuckDBDataChunk, DuckDBInstance } from "@duckdb/node-api";
import { damaged, watched } from "./damage.ts";
import { Failure } from "./failure.ts";
import { Lanes, lanesFor } from "./lanes.ts";
import { memoryLimit } from "./memory.ts";
import { thisRun } from "./run.ts";
import { shortage } from "./shortage.ts";
import { literal } from "./sql.ts";
import { Transaction } from "./transaction.ts";
import { warehouseFile } from "./warehouse_file.ts";
import { modest, small } from "./warehouse_size.ts";

/** A connection that closes its database with it. */
export interface Warehouse {
  readonly connection: DuckDBConnection;
  readonly run: (sql: string) => Promise<void>;
  /** The one that fills it. */
  readonly transaction: Transaction;
  readonly rows: (sql: string) => Promise<Record<string, string | null>[]>;
  /** Whether all of it is some megabytes: then a question costs more to plan than to answer. */
  readonly isSmall: boolean;
  /** So many questions for rows may be asked at once. */
  readonly lanes: number;
  /** The rows of what is too much to be held at once, some thousand at a time. */
  readonly chunks: (sql: string) => AsyncGenerator<DuckDBDataChunk>;
  readonly close: () => void;
}

/**
 * What every database is opened with: it keeps to the memory it may take, and loads nothing.
 * @param folder where it spills; nowhere without one, and never where the program was started
 */
const bounded = (folder: string | undefined) => ({
  memory_limit: memoryLimit(),
  temp_directory: folder === undefined ? "" : path.join(folder, `.spill-${thisRun}`),
  autoload_known_extensions: "false",
  autoinstall_known_extensions: "false",
});

/** A database that may read and write what is allowed, and nothing else, whoever's SQL it runs. */
interface Locked {
  readonly connection: DuckDBConnection;
  readonly threads: number;
  readonly connect: () => Promise<DuckDBConnection>;
  readonly close: () => void;
}

/** @param allowed absolute paths of files, or of folders with a slash at the end */
const locked = async (
  file: string,
  settings: Readonly<Record<string, string>>,
  allowed: readonly string[],
): Promise<Locked> => {
  const instance = await DuckDBInstance.create(file, settings);
  const connection = await instance.connect();
  const list = (of: readonly string[]): string => `[${of.map(literal).join(", ")}]`;
  await connection.run(`
    SET allowed_directories = ${list(allowed.filter((one) => one.endsWith("/")))};
    SET allowed_paths = ${list(allowed.filter((one) => !one.endsWith("/")))};
    SET enable_external_access = false; SET lock_configuration = true`);
  const threads = Number(settings.threads ?? availableParallelism());
  return { connection, threads, connect: () => instance.connect(), close: () => instance.closeSync() };
};

/**
 * @param isSmall whether all of it is some megabytes
 * @param most questions that may be asked at once
 */
const asked = ({ connection, threads, connect, close }: Locked, isSmall: boolean, most = 1): Warehouse => {
  const lanes = new Lanes(connection, most, connect);
  return {
    connection,
    transaction: new Transaction(connection, threads),
    isSmall,
    lanes: lanes.most,
    run: async (sql) => void (await connection.run(sql)),
    rows: async (sql) => {
      const reader = await lanes.ask((one) => one.runAndReadAll(sql));
      const names = reader.columnNames();
      return reader
        .getRows()
        .map((row) =>
          Object.fromEntries(
            row.map((value, i) => [names[i] as string, value === null ? null : String(value)]),
          ),
        );
    },
    chunks: async function* (sql) {
      const result = await connection.stream(sql);
      for (;;) {
        const chunk = await result.fetchChunk();
        if (!chunk || chunk.rowCount === 0) return;
        yield chunk;
      }
    },
    close: () => {
      lanes.close();
      close();
    },
  };
};

/**
 * A database in memory, for files of other formats.
 * @param allowed absolute paths of files that it may read and write, or of folders with a slash at the end
 * @param spills folder in which it may spill; without one what does not fit into memory fails
 */
export const openInMemory = async (
  allowed: readonly string[],
  spills?: string,
): Promise<DuckDBConnection & Disposable> => {
  // One thread: rows keep their order, so that the same data give the same bytes.
  const { connection, close } = await locked(":memory:", { threads: "1", ...bounded(spills) }, allowed);
  return Object.assign(connection, {
    [Symbol.dispose]: () => {
      connection.closeSync();
      close();
    },
  });
};

/**
 * Opens a database that is to be filled, a new one where there is none.
 * @param sized settings that its size suggests
 * @param allowed absolute paths of files that it may read and write, or of folders with a slash at the end
 */
export const openToFill = async (
  file: string,
  sized: Readonly<Record<string, string>>,
  allowed: readonly string[],
): Promise<Warehouse> =>
  asked(await locked(file, { ...sized, ...bounded(path.dirname(file)) }, allowed), false);

/** An empty warehouse in memory that may read the files of one folder. */
export const openBeside = (folder: string): Promise<Warehouse> => openToFill(":memory:", {}, [`${folder}/`]);

/**
 * Opens the finished warehouse, for reading only.
 * @param into folder into which its tables may be written as files, by its whole path: by one thread, so that rows keep
 *   their order and the same data give the same bytes
 * @throws Failure when there is none yet, or it is damaged or held
 */
export const openWarehouse = async (out: string, into?: string): Promise<Warehouse> => {
  const file = warehouseFile(out);
  // Where the folder may not be looked into, this says so; it is not that there is none.
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined)
    throw new Failure(
      `${out} 里还没有数据仓库，请先运行 npm run ingest`,
      `there is no warehouse in ${out} yet; run npm run ingest first`,
    );
  try {
    // DuckDB takes it for a database without tables.
    if (stat.size === 0) throw new Error("empty");
    const isSmall = stat.size <= small.file;
    const settings = {
      access_mode: "READ_ONLY",
      ...((isSmall || into !== undefined) && modest),
      ...bounded(out),
    };
    const allowed = into === undefined ? [] : [`${into}/`];
    return watched(asked(await locked(file, settings, allowed), isSmall, lanesFor(stat.size)), out);
  } catch (error) {
    if (shortage(error) !== undefined) throw error;
    throw /lock on file/.test((error as Error).message)
      ? new Failure(
          `${file} 正被别的程序打开并写入，请关闭它后再运行`,
          `${file} is open for writing in another program; close it and run again`,
        )
      : damaged(out);
  }
};
