import { gb18030 } from "./gb18030.ts";

/** A row by canonical header; a cell that is not named is empty. */
export type Row = Readonly<Record<string, string | undefined>>;

/** A file as a member of staff would hand it in. */
export interface Sheet {
  readonly path: string;
  /** Lines above the header: a title, 填报单位：, 填报日期：, 单位：. */
  readonly above?: readonly string[];
  /** Canonical headers, in order. */
  readonly columns: readonly string[];
  /** Canonical header → what this file calls it. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** The rows, anew on every call. */
  readonly rows: () => Iterable<Row>;
  /** Rows that must be refused, written after the tenth row. */
  readonly spoilt?: readonly Row[];
  /** As Excel on Chinese Windows saves it, with CRLF; without it UTF-8. */
  readonly encoding?: "gb18030";
  /** Starts with a UTF-8 byte order mark. */
  readonly marked?: boolean;
}

export interface DemoFile {
  readonly path: string;
  readonly bytes: Uint8Array | Iterable<string>;
}

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function* rowsOf(sheet: Sheet): Iterable<Row> {
  let n = 0;
  for (const row of sheet.rows()) {
    if (n++ === 10) yield* sheet.spoilt ?? [];
    yield row;
  }
  if (n <= 10) yield* sheet.spoilt ?? [];
}

function* linesOf(sheet: Sheet): Iterable<string> {
  for (const line of sheet.above ?? []) yield cell(line) + ",".repeat(sheet.columns.length - 1);
  yield sheet.columns.map((name) => cell(sheet.renamed?.[name] ?? name)).join(",");
  for (const row of rowsOf(sheet)) yield sheet.columns.map((name) => cell(row[name] ?? "")).join(",");
}

const chunkLength = 65_536;

function* chunks(sheet: Sheet): Iterable<string> {
  const newline = sheet.encoding ? "\r\n" : "\n";
  let chunk = sheet.marked ? "\ufeff" : "";
  for (const line of linesOf(sheet)) {
    chunk += line + newline;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = "";
  }
  yield chunk;
}

/** Turns a sheet into CSV. The text comes in pieces and anew on every iteration; GB18030 comes as bytes. */
export const write = (sheet: Sheet): DemoFile => ({
  path: sheet.path,
  bytes: sheet.encoding
    ? gb18030([...chunks(sheet)].join(""))
    : { [Symbol.iterator]: () => chunks(sheet)[Symbol.iterator]() },
});
