import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Failure } from "../failure.ts";
import { besideOf, mendPlace, moveIntoPlace } from "../into_place.ts";
import { type Grounds, publicationOf } from "../publish.ts";
import { untoldOf } from "../summary.ts";
import { csvwOf } from "./csvw.ts";
import { datapackageOf } from "./datapackage.ts";
import type { Edition, Format, Holdings } from "./edition.ts";
import { publishedTables } from "./published.ts";
import { readmeOf } from "./readme.ts";
import type { Writer } from "./table.ts";
import { warehousedTables } from "./warehoused.ts";

/** Writers are loaded by the format that needs them. */
const writers: Readonly<Record<Format, (folder: string) => Promise<Writer>>> = {
  csv: async (folder) => (await import("./csv.ts")).csvWriter(folder),
  parquet: async (folder) => (await import("./parquet.ts")).parquetWriter(folder),
  arrow: async (folder) => (await import("./arrow.ts")).arrowWriter(folder),
  xlsx: async (folder) => (await import("./xlsx.ts")).xlsxWriter(folder),
};

const isExport = (folder: string): boolean => {
  try {
    const { name } = JSON.parse(readFileSync(path.join(folder, "datapackage.json"), "utf8")) as {
      name?: unknown;
    };
    return /^taizhang-(?:public|internal)$/.test(String(name));
  } catch {
    return false;
  }
};

/**
 * Sees that nothing of somebody else's stands where the export will: a folder is replaced only if it is empty or an
 * earlier export.
 * @param data the registers' folder, in which an export would be read as registers
 * @throws Failure otherwise
 */
export const expectFree = (to: string, data: string): void => {
  const inside = path.relative(path.resolve(data), path.resolve(to));
  if (inside === "" || !(inside.startsWith("..") || path.isAbsolute(inside)))
    throw new Failure(
      `${to} 在台账文件夹 ${data} 里，导出的文件会被当作台账读入；请用 --to 写别处的文件夹`,
      `${to} lies in ${data}, where what is exported would be read as registers; name another folder with --to`,
    );
  if (!existsSync(to)) return;
  if (statSync(to).isDirectory() && (readdirSync(to).length === 0 || isExport(to))) return;
  throw new Failure(
    `${to} 里有别的内容，不是先前的导出，没有动它；请用 --to 写一个新文件夹`,
    `${to} holds something else than an earlier export and was left as it is; name a new folder with --to`,
  );
};

/**
 * What an audience may have: the figures with all that explains them and, for the internal one, the registers and
 * models without personal data.
 */
export const holdingsOf = async (grounds: Grounds): Promise<Holdings> => {
  const { warehouse, organisation, audience, rooms } = grounds;
  const publication = await publicationOf(grounds);
  const { federation, asOf, demo } = publication;
  const untold = untoldOf(publication);
  const { tables, keptBack } =
    audience === "internal"
      ? await warehousedTables(warehouse, organisation, rooms)
      : { tables: [], keptBack: [] };
  return {
    federation,
    audience,
    asOf,
    demo,
    tables: [...publishedTables(publication), ...tables],
    ...(untold && { untold }),
    keptBack,
  };
};

/**
 * Writes holdings with their dictionary into a folder, which is made aside and moved into place whole. The same
 * holdings give the same bytes.
 * @param progress told of each table before it is written
 * @param see looks at what was written before it counts, and throws to keep it out
 */
export const exportTo = async (
  holdings: Holdings,
  format: Format,
  to: string,
  progress: (done: number, table: string) => void = () => {},
  see: (folder: string) => Promise<void> = async () => {},
): Promise<void> => {
  const aside = besideOf(to);
  mkdirSync(path.dirname(path.resolve(to)), { recursive: true });
  mendPlace(to);
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { mode: holdings.audience === "internal" ? 0o700 : 0o755 });
  try {
    const writer = await writers[format](aside);
    const edition: Edition = { ...holdings, format, writer };
    const put = (name: string, text: string): void => writeFileSync(path.join(aside, name), text);
    put("datapackage.json", `${JSON.stringify(datapackageOf(edition), null, 1)}\n`);
    if (format === "csv") put("csv-metadata.json", `${JSON.stringify(csvwOf(edition), null, 1)}\n`);
    put("README.md", readmeOf(edition));
    let whole = false;
    try {
      for (const [done, table] of holdings.tables.entries()) {
        progress(done, table.name);
        await writer.write(table);
      }
      whole = true;
    } finally {
      await writer.close(whole);
    }
    await see(aside);
    moveIntoPlace(aside, to);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
};
