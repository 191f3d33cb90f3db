import { chmodSync, constants, copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { Failure } from "./failure.ts";
import { literal, name } from "./sql.ts";
import { openToFill, type Warehouse } from "./warehouse.ts";
import { warehouseFile } from "./warehouse_file.ts";
import { sizedFor } from "./warehouse_size.ts";
import { sync } from "./whole_file.ts";

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
  const from = path.resolve(file);
  const warehouse = await openToFill(fresh, sized, [from, `${from}.wal`]);
  try {
    const [into] = await warehouse.rows("SELECT current_database() AS name");
    await warehouse.run(`ATTACH ${literal(from)} AS _before (READ_ONLY)`);
    await warehouse.run(`COPY FROM DATABASE _before TO ${name(String(into?.name))}`);
    await warehouse.run("DETACH _before; CHECKPOINT");
  } finally {
    warehouse.close();
  }
  renameSync(fresh, file);
};

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
    const warehouse = await openToFill(aside, sizedFor(handedIn), [`${records}/`]);
    let result: T;
    try {
      chmodSync(aside, 0o600);
      result = await warehouse.transaction.over(() => fill(warehouse, records));
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
