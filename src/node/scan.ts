import { type Separator, weighSeparators } from "../separator.ts";
import { countByte, wordsOf } from "./count_byte.ts";

/** A record that DuckDB is not given: too few or too many cells, or a quotation mark inside an unquoted one. */
export interface Cut {
  /** Offsets of its bytes, its line end left out. */
  readonly start: number;
  readonly end: number;
  readonly line: number;
  /** Certified records before it. */
  readonly before: number;
  readonly cells: number;
}

/** Where the records of a text stand. */
export interface Scan {
  /**
   * Certified records: of the right width, each quoted cell closed right before a separator or a line end, no other
   * quotation mark. On these DuckDB and the JavaScript reader agree.
   */
  readonly records: number;
  readonly cuts: readonly Cut[];
  /** Physical lines of certified records: from record `recs[i]` on, line = record + `shifts[i]`. */
  readonly recs: readonly number[];
  readonly shifts: readonly number[];
  /** Stretches of bytes that hold the certified records and blank lines between them: start, end, start, end … */
  readonly certified: readonly number[];
  /** Certified records taken evenly from the whole file: start, end, start, end … */
  readonly sample: readonly number[];
  /** What `weighSeparators` says of the whole text: cells left out at the ends of rows are empty ones. */
  readonly trimmed: () => boolean;
}

const [newline, quote, space] = [10, 34, 32];
/** Bytes of one record; the JavaScript reader breaks off at a million characters. */
const longest = 1_000_000;
/** A header is refused above this width. */
const widest = 300;
/**
 * One certified record in sixteen is in the sample: multiples of the golden ratio, which no period of the file's own
 * can meet again and again.
 */
const isSampled = (rec: number): boolean => Math.imul(rec, 0x9e3779b1) >>> 28 === 0;

/**
 * Finds the records of a text in one pass over its bytes.
 * @param bytes UTF-8, line ends LF
 * @param from offset of the first record below the header; everything before it is the reader's own
 * @param line its physical line
 * @param width cells that a record must have
 * @returns undefined where quotation marks do not pair plainly, or a record is too long or too wide: the JavaScript
 *   reader alone knows what such a file means
 */
export const scan = (
  bytes: Buffer,
  from: number,
  line: number,
  separator: Separator,
  width: number,
): Scan | undefined => {
  const mark = separator.charCodeAt(0);
  const size = bytes.length;
  const words = wordsOf(bytes);
  const cuts: Cut[] = [];
  const recs: number[] = [];
  const shifts: number[] = [];
  const certified: number[] = [];
  const sample: number[] = [];
  /** Stretches whose lines may look short or open: the beginning, cut records, records of several lines. */
  const odd: number[] = [0, from];
  let records = 0;
  let opens = 0;
  let stretch = from;
  let shift = Number.NaN;
  /** An offset that was looked for, the end where there is none. */
  const found = (offset: number): number => (offset < 0 ? size : offset);
  let nextQuote = found(bytes.indexOf(quote, from));

  let at = from;
  while (at < size) {
    if (bytes[at] === newline) {
      at += 1;
      line += 1;
      continue;
    }
    const start = at;
    const first = line;
    let cells = 1;
    let stray = false;
    if (nextQuote < at) nextQuote = found(bytes.indexOf(quote, at));
    const lineEnd = found(bytes.indexOf(newline, at));
    const quoted = nextQuote < lineEnd;
    if (!quoted) {
      // Most lines: nothing but cells and what separates them.
      cells += countByte(bytes, words, mark, at, lineEnd);
      at = lineEnd;
    } else
      for (;;) {
        let byte = bytes[at];
        if (byte === quote) {
          for (;;) {
            at = bytes.indexOf(quote, at + 1);
            if (at < 0) return undefined;
            if (bytes[at + 1] !== quote) break;
            at += 1;
          }
          at += 1;
          byte = bytes[at];
          if (at < size && byte !== mark && byte !== newline) return undefined;
        } else {
          const cell = at;
          while (at < size) {
            byte = bytes[at];
            if (byte === mark || byte === newline) break;
            if (byte === quote) {
              // Behind spaces alone it may open a quoted cell: not plain.
              let before = at - 1;
              while (before >= cell && bytes[before] === space) before -= 1;
              if (before < cell) return undefined;
              stray = true;
            }
            at += 1;
          }
        }
        if (at >= size || byte === newline) break;
        cells += 1;
        at += 1;
      }
    const end = at;
    at += 1;
    if (end - start > longest || cells > widest) return undefined;
    let several = false;
    if (quoted)
      for (let n = bytes.indexOf(newline, start); n >= 0 && n < end; n = bytes.indexOf(newline, n + 1)) {
        several = true;
        line += 1;
      }
    line += 1;
    if (several) odd.push(start, end);
    if (cells === width && !stray) {
      if (first - records !== shift) {
        shift = first - records;
        recs.push(records);
        shifts.push(shift);
      }
      if (bytes[end - 1] === mark) opens += 1;
      if (isSampled(records)) sample.push(start, end);
      records += 1;
    } else {
      if (!several) odd.push(start, end);
      if (start > stretch) certified.push(stretch, start);
      stretch = Math.min(at, size);
      cuts.push({ start, end, line: first, before: records, cells });
    }
  }
  if (size > stretch) certified.push(stretch, size);

  const trimmed = (): boolean => {
    if (opens > 0) return false;
    const lines: string[] = [];
    for (let i = 0; i < odd.length; i += 2) lines.push(bytes.toString("utf8", odd[i], odd[i + 1]));
    const evidence = weighSeparators(lines.join("\n")).find((e) => e.separator === separator);
    return evidence?.trimmed(width) ?? false;
  };
  return { records, cuts, recs, shifts, certified, sample, trimmed };
};
