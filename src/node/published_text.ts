import { readFileSync } from "node:fs";
import path from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { DataType, tableFromIPC, type Vector } from "apache-arrow";
import { strFromU8, unzipSync } from "fflate";
import { literal } from "./sql.ts";
import { openInMemory } from "./warehouse.ts";

const plain = new Set([
  ".html",
  ".css",
  ".js",
  ".mjs",
  ".json",
  ".csv",
  ".tsv",
  ".svg",
  ".md",
  ".txt",
  ".xml",
  ".map",
  ".yaml",
  ".sha256",
  "",
]);
/** Fonts and pictures; sheets and pictures printed from pages that were looked through before. */
const silent = new Set([".woff2", ".woff", ".png", ".pdf", ".ico"]);

const wordsOf = (vector: Vector): string[] => {
  if (DataType.isDictionary(vector.type))
    return vector.data.flatMap(({ dictionary }) => (dictionary ? wordsOf(dictionary as Vector) : []));
  return DataType.isUtf8(vector.type)
    ? [...new Set(vector.toArray() as Iterable<string | null>)].map((w) => w ?? "")
    : [];
};

const arrowText = (bytes: Uint8Array): string => {
  const table = tableFromIPC(bytes);
  return table.schema.fields
    .flatMap(({ name }) => [name, ...wordsOf(table.getChild(name) as Vector)])
    .join("\n");
};

const workbookText = (bytes: Uint8Array): string =>
  Object.entries(unzipSync(bytes, { filter: ({ name }) => /\.(?:xml|rels)$/i.test(name) }))
    .map(([, part]) => strFromU8(part))
    .join("\n");

/** Different cells that are looked through at a time. */
const atATime = 50_000;

/** A file may hold more rows than memory does: its cells come some at a time, each once among them. */
const parquetTexts = async function* (connection: DuckDBConnection, file: string): AsyncGenerator<string> {
  const result = await connection.stream(
    `SELECT * FROM read_parquet(${literal(path.resolve(file))}, hive_partitioning = false)`,
  );
  const cells = new Set<string>(result.columnNames());
  for await (const rows of result.yieldRows()) {
    for (const row of rows) for (const cell of row) cells.add(String(cell));
    if (cells.size < atATime) continue;
    yield [...cells].join("\n");
    cells.clear();
  }
  yield [...cells].join("\n");
};

/** Looks into the files of a folder that is to be published. */
export interface Looker {
  /**
   * The text that a file holds, whatever its format, in one piece or several; none where it can hold none, undefined
   * where the format is not known, so that nobody can say what is in it.
   */
  readonly textsIn: (file: string) => AsyncGenerator<string> | readonly string[] | undefined;
  readonly close: () => Promise<void>;
}

/** @param folder the one whose files are looked into */
export const lookerInto = (folder: string): Looker => {
  let opened: ReturnType<typeof openInMemory> | undefined;
  const parquet = async function* (file: string): AsyncGenerator<string> {
    opened ??= openInMemory([`${path.resolve(folder)}/`]);
    yield* parquetTexts(await opened, file);
  };
  return {
    textsIn: (file) => {
      const kind = path.extname(file).toLowerCase();
      if (silent.has(kind)) return [];
      if (plain.has(kind)) return [readFileSync(file, "utf8")];
      if (kind === ".arrow") return [arrowText(readFileSync(file))];
      if (kind === ".xlsx") return [workbookText(readFileSync(file))];
      return kind === ".parquet" ? parquet(file) : undefined;
    },
    close: async () => (await opened)?.[Symbol.dispose](),
  };
};
