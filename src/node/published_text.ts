import { readFileSync } from "node:fs";
import path from "node:path";
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

const parquetText = async (file: string): Promise<string> => {
  const connection = await openInMemory([path.resolve(file)]);
  try {
    const reader = await connection.runAndReadAll(
      `SELECT * FROM read_parquet(${literal(path.resolve(file))})`,
    );
    return [reader.columnNames(), ...reader.getRows()].map((row) => row.map(String).join("\n")).join("\n");
  } finally {
    connection[Symbol.dispose]();
  }
};

/**
 * The text that a published file holds, whatever its format; an empty one where it can hold none.
 * @returns undefined where the format is not known, so that nobody can say what is in it
 */
export const publishedText = async (file: string): Promise<string | undefined> => {
  const kind = path.extname(file).toLowerCase();
  if (silent.has(kind)) return "";
  if (plain.has(kind)) return readFileSync(file, "utf8");
  if (kind === ".arrow") return arrowText(readFileSync(file));
  if (kind === ".xlsx") return workbookText(readFileSync(file));
  if (kind === ".parquet") return parquetText(file);
  return undefined;
};
