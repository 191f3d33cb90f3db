import { writeFileSync } from "node:fs";
import path from "node:path";
import { makeAside } from "../made_aside.ts";
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
  await makeAside(to, holdings.audience === "internal" ? 0o700 : 0o755, async (aside) => {
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
  });
};
