import { isUtf8 } from "node:buffer";
import { decode, type Encoding } from "../decode.ts";

/** A file's text as UTF-8 bytes, line ends LF, and how its own bytes were read: what `decode` gives, without a string. */
export interface Plain {
  readonly bytes: Buffer;
  readonly encoding: Encoding;
  readonly by: "bom" | "bytes";
}

const [newline, carriageReturn] = [10, 13];
const bom = Buffer.from([0xef, 0xbb, 0xbf]);
/** Bytes looked at for signs of what is no plain text at all. */
const beginning = 1024;

/** CR LF and lone CR made LF. */
const withLineFeeds = (bytes: Buffer): Buffer => {
  let at = bytes.indexOf(carriageReturn);
  if (at < 0) return bytes;
  const made = Buffer.allocUnsafe(bytes.length);
  let [from, to] = [0, 0];
  for (; at >= 0; at = bytes.indexOf(carriageReturn, from)) {
    to += bytes.copy(made, to, from, at);
    made[to++] = newline;
    from = bytes[at + 1] === newline ? at + 2 : at + 1;
  }
  to += bytes.copy(made, to, from);
  return made.subarray(0, to);
};

/**
 * Makes a file's bytes ready for DuckDB.
 * @returns undefined for what is no plain text in UTF-8 or GB18030: `decode` finds out what it is
 */
export const plainOf = (file: Uint8Array): Plain | undefined => {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const marked = bytes.subarray(0, 3).equals(bom);
  const text = marked ? bytes.subarray(3) : bytes;
  // NUL, the mark by which old systems end a file, and a mark of byte order in its midst, which gets lost on the way
  // from DuckDB: the text decoder of its client takes it off the beginning of a cell.
  if (text.includes(0) || text.includes(0x1a) || text.includes(bom)) return undefined;
  if (isUtf8(text)) {
    const head = decode(text.subarray(0, beginning));
    if ("reason" in head && head.reason !== "file.encoding") return undefined;
    return { bytes: withLineFeeds(text), encoding: "UTF-8", by: marked ? "bom" : "bytes" };
  }
  const decoded = decode(file);
  if ("reason" in decoded || decoded.encoding !== "GB18030") return undefined;
  return { bytes: Buffer.from(decoded.text), encoding: decoded.encoding, by: decoded.by };
};
