import { type Fault, fault } from "./reason.ts";

export type Encoding = "UTF-8" | "UTF-16LE" | "UTF-16BE" | "GB18030";

/** A file's text, line ends made LF, and how its bytes were read. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** What decided: a byte order mark, or that every byte fits. */
  readonly by: "bom" | "bytes";
}

const marks: readonly (readonly [Encoding, readonly number[]])[] = [
  ["UTF-8", [0xef, 0xbb, 0xbf]],
  ["UTF-16LE", [0xff, 0xfe]],
  ["UTF-16BE", [0xfe, 0xff]],
];

const signatures: readonly (readonly [string, readonly number[]])[] = [
  ["gzip", [0x1f, 0x8b]],
  ["PDF", [0x25, 0x50, 0x44, 0x46]],
];

const zip = [0x50, 0x4b, 0x03, 0x04];
/** Excel before 2007, and workbooks locked with a password. */
const ole = [0xd0, 0xcf, 0x11, 0xe0];

const starts = (bytes: Uint8Array, with_: readonly number[]): boolean =>
  with_.every((b, i) => bytes[i] === b);

/** Old systems end a file with this character. */
const endOfFile = "\u001a";

const withoutEnd = (text: string): string => {
  const cut = text.trimEnd();
  return cut.endsWith(endOfFile) ? cut.slice(0, -1) : text;
};

/** Bytes read at once at most: a JavaScript string holds 2²⁹ − 24 characters. */
export const longest = 500_000_000;
export const megabytes = (bytes: number): string => String(Math.ceil(bytes / 1_000_000));

/** True for bytes that may be an .xlsx workbook: it is a zip archive. */
export const isWorkbook = (bytes: Uint8Array): boolean => starts(bytes, zip);

const strictly = (bytes: Uint8Array, encoding: Encoding): string | undefined => {
  try {
    return new TextDecoder(encoding.toLowerCase(), { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/**
 * Bytes to text: a byte order mark decides, else strict UTF-8, else strict GB18030 (what Excel on Chinese Windows
 * writes), else the file is refused. Nothing is replaced or guessed.
 */
export const decode = (bytes: Uint8Array): Decoded | Fault => {
  if (bytes.length === 0) return fault("file.empty");
  if (bytes.length > longest)
    return fault("file.too_big", { size: megabytes(bytes.length), limit: megabytes(longest) });
  if (starts(bytes, ole)) return fault("file.old_excel");
  const signature = signatures.find(([, magic]) => starts(bytes, magic));
  if (signature) return fault("file.binary", { found: signature[0] });
  const mark = marks.find(([, bom]) => starts(bytes, bom));
  const encodings: readonly Encoding[] = mark ? [mark[0]] : ["UTF-8", "GB18030"];
  for (const encoding of encodings) {
    const text = strictly(bytes, encoding);
    if (text === undefined) continue;
    if (text.includes("\0")) return fault("file.nul");
    if (text.trim() === "") return fault("file.empty");
    if (/^\s*<(?:!doctype|html|\?xml|table)/i.test(text.slice(0, 200))) return fault("file.markup");
    return {
      text: withoutEnd(text.replace(/\r\n?/g, "\n")),
      encoding,
      by: mark ? "bom" : "bytes",
    };
  }
  return fault("file.encoding");
};
