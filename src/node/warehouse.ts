import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import path from "node:path";
import { type DuckDBConnection, type DuckDBDataChunk, DuckDBInstance } from "@duckdb/node-api";
import { Failure } from "./failure.ts";
import { Lanes, lanesFor } from "./lanes.ts";
import { memoryLimit } from "./memory.ts";
import { thisRun } from "./run.ts";
import { shortage } from "./shortage.ts";
import { literal, name } from "./sql.ts";
import { sync } from "./whole_file.ts";

/** A connection that closes its database with it. */
export interface Warehouse {
  readonly connection: DuckDBConnection;
  readonly run: (sql: string) => Promise<void>;
  readonly rows: (sql: string) => Promise<Record<string, string | null>[]>;
  /** So many questions for rows may be asked at once. */
  readonly lanes: number;
  /** The rows of what is too much to be held at once, some thousand at a time. */
  readonly chunks: (sql: string) => AsyncGenerator<DuckDBDataChunk>;
  readonly close: () => void;
}

export const warehouseFile = (out: string): string => path.join(out, "warehouse.duckdb");

/** Where a run writes down what it left. */
export const lastRunFile = (out: string): string => path.join(out, "last_run");

/**
 * How a small warehouse is opened: a second thread costs more than it saves, and hundreds of tables of a few rows fill
 * blocks of a quarter of a megabyte with nothing.
 */
const modest = { threads: "1", default_block_size: "16384" };

/** Up to so much handed in, and so large a file made from it, a warehouse is small. In bytes. */
export const small = { handedIn: 8_000_000, file: 20_000_000 };

/**
 * Up to so much handed in, in bytes, nothing is compressed: columns of a few rows fill a block each in any case, and to
 * find out what would compress them best is a sixth of all work.
 */
const tiny = 1_000_000;

/** How the warehouse is opened that so many bytes are put into. */
const sizedFor = (handedIn: number): Readonly<Record<string, string>> => ({
  ...(handedIn <= small.handedIn && modest),
  ...(handedIn <= tiny && { force_compression: "uncompressed" }),
});

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

/**
 * @param sized settings that its size suggests
 * @param records folder whose files may be read and written; none by default
 */
const open = async (
  file: string,
  readOnly: boolean,
  sized: Readonly<Record<string, string>>,
  records?: string,
): Promise<Warehouse> => {
  const instance = await DuckDBInstance.create(file, {
    access_mode: readOnly ? "READ_ONLY" : "READ_WRITE",
    ...sized,
    ...bounded(path.dirname(file)),
  });
  const connection = await instance.connect();
  if (records !== undefined) await connection.run(`SET allowed_directories = [${literal(records)}]`);
  await connection.run("SET enable_external_access = false");
  await connection.run("SET lock_configuration = true");
  const lanes = new Lanes(connection, readOnly ? lanesFor(statSync(file).size) : 1, () => instance.connect());
  return {
    connection,
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
      instance.closeSync();
    },
  };
};

/**
 * A database in memory, for files of other formats: it may read and write what is allowed, and nothing else.
 * @param allowed absolute paths of files, or of folders with a slash at the end
 * @param spills folder in which it may spill; without one what does not fit into memory fails
 */
export const openInMemory = async (
  allowed: readonly string[],
  spills?: string,
): Promise<DuckDBConnection & Disposable> => {
  // One thread: rows keep their order, so that the same data give the same bytes.
  const instance = await DuckDBInstance.create(":memory:", {
    threads: "1",
    ...bounded(spills),
  });
  const connection = await instance.connect();
  const list = (of: readonly string[]): string => `[${of.map(literal).join(", ")}]`;
  await connection.run(`
    SET allowed_directories = ${list(allowed.filter((one) => one.endsWith("/")))};
    SET allowed_paths = ${list(allowed.filter((one) => !one.endsWith("/")))};
    SET enable_external_access = false; SET lock_configuration = true`);
  return Object.assign(connection, {
    [Symbol.dispose]: () => {
      connection.closeSync();
      instance.closeSync();
    },
  });
};

/**
 * What is said of a damaged warehouse. What the last run wrote down goes: it would take the file for the one it made,
 * and the next run would let it stand.
 */
const damaged = (out: string): Failure => {
  const file = warehouseFile(out);
  let how = "";
  try {
    rmSync(lastRunFile(out), { force: true });
  } catch {
    how = " -- --fresh";
  }
  return new Failure(
    `${file} 已损坏，请运行 npm run ingest${how} 从 data/ 重建`,
    `${file} is damaged; npm run ingest${how} makes it anew from data/`,
  );
};

/** DuckDB finds out about most of a file's blocks when they are read. */
const tellsOfDamage = ({ message }: Error): boolean =>
  /^IO Error: .*(?:corrupt|checksum|could not read)|^(?:Serialization|FATAL) Error/i.test(message) &&
  shortage(message) === undefined;

/** The same warehouse, which says so where it turns out to be damaged while it is read. */
const watched = (warehouse: Warehouse, out: string): Warehouse => {
  const told = (error: unknown): unknown => (tellsOfDamage(error as Error) ? damaged(out) : error);
  const watch =
    <T>(ask: (sql: string) => Promise<T>) =>
    async (sql: string): Promise<T> => {
      try {
        return await ask(sql);
      } catch (error) {
        throw told(error);
      }
    };
  return {
    ...warehouse,
    run: watch(warehouse.run),
    rows: watch(warehouse.rows),
    chunks: async function* (sql) {
      try {
        yield* warehouse.chunks(sql);
      } catch (error) {
        throw told(error);
      }
    },
  };
};

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
    const isSmall = into !== undefined || stat.size <= small.file;
    return watched(await open(file, true, isSmall ? modest : {}, into), out);
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

/** What is made meanwhile, its owner alone may read: the warehouse, DuckDB's log beside it and what it spills. */
const privately = async <T>(work: () => Promise<T>): Promise<T> => {
  const before = process.umask(0o077);
  try {
    return await work();
  } finally {
    process.umask(before);
  }
};

/**
 * Writes a closed database anew, table by table: what was deleted or written over stays behind in the old one's blocks.
 */
const writeAnew = async (file: string, sized: Readonly<Record<string, string>>): Promise<void> => {
  const fresh = `${file}.new`;
  const instance = await DuckDBInstance.create(fresh, { ...sized, ...bounded(path.dirname(file)) });
  const connection = await instance.connect();
  try {
    const from = path.resolve(file);
    await connection.run(`SET allowed_paths = [${literal(from)}, ${literal(`${from}.wal`)}]`);
    await connection.run("SET enable_external_access = false");
    await connection.run("SET lock_configuration = true");
    const into = (await connection.runAndReadAll("SELECT current_database()")).getRows()[0]?.[0];
    await connection.run(`ATTACH ${literal(from)} AS _before (READ_ONLY)`);
    await connection.run(`COPY FROM DATABASE _before TO ${name(String(into))}`);
    await connection.run("DETACH _before; CHECKPOINT");
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
  renameSync(fresh, file);
};

/** An empty warehouse in memory that may read the files of one folder. */
export const openBeside = (folder: string): Promise<Warehouse> => open(":memory:", false, {}, folder);

/** Where records wait for DuckDB while they are read: the one folder whose files it may open. */
const recordsFolder = (out: string): string => path.resolve(out, ".records");

/** Clears away what a run that died had made beside the warehouse, or what this one did. The caller holds the folder. */
export const clearAside = (out: string): void => {
  const aside = `${warehouseFile(out)}.tmp`;
  for (const left of [aside, `${aside}.wal`, `${aside}.new`, `${aside}.new.wal`, recordsFolder(out)])
    rmSync(left, { force: true, recursive: true });
};

/**
 * Builds a warehouse beside the last good one and moves it into place whole: readers never see half of it,
 * and a run that dies leaves the last good one as it was. Its owner alone may read it.
 * @param handedIn size of all files that it is filled from, in bytes
 * @param fill is handed the folder whose files DuckDB may read; it goes when the work is done
 * @param how `anew`: what `fill` deleted must not be in the file's unused blocks either; `grown`: it begins as a copy of
 *   the last good one, which must be closed
 */
export const buildWarehouse = async <T>(
  out: string,
  handedIn: number,
  fill: (warehouse: Warehouse, records: string) => Promise<T>,
  how: { readonly anew?: boolean; readonly grown?: boolean } = {},
): Promise<T> => privately(() => buildAside(out, handedIn, fill, how));

const buildAside = async <T>(
  out: string,
  handedIn: number,
  fill: (warehouse: Warehouse, records: string) => Promise<T>,
  { anew = false, grown = false }: { readonly anew?: boolean; readonly grown?: boolean },
): Promise<T> => {
  mkdirSync(out, { recursive: true, mode: 0o700 });
  const file = warehouseFile(out);
  const aside = `${file}.tmp`;
  const records = recordsFolder(out);
  clearAside(out);
  try {
    mkdirSync(records, { mode: 0o700 });
    if (grown) copyFileSync(file, aside, constants.COPYFILE_FICLONE);
    const warehouse = await open(aside, false, sizedFor(handedIn), records);
    let result: T;
    try {
      chmodSync(aside, 0o600);
      // One transaction: hundreds of small statements would each wait for the disk.
      await warehouse.run("BEGIN TRANSACTION");
      result = await fill(warehouse, records);
      await warehouse.run("COMMIT");
      await warehouse.run("CHECKPOINT");
    } finally {
      warehouse.close();
    }
    if (existsSync(`${aside}.wal`))
      throw new Failure(
        "数据仓库未能正常关闭，请重新运行",
        "the warehouse could not be closed cleanly; run the command again",
      );
    if (anew) await writeAnew(aside, sizedFor(handedIn));
    // It holds personal data, and the output folder may have been there before, open to others.
    chmodSync(aside, 0o600);
    sync(aside);
    // What somebody wrote into the old one by hand would be replayed into the new one.
    rmSync(`${file}.wal`, { force: true });
    renameSync(aside, file);
    sync(out);
    return result;
  } finally {
    clearAside(out);
  }
};
