import { type CellObject, read as readSheets, SSF, type WorkBook, type WorkSheet } from "@e965/xlsx";
import { unzipSync, zipSync } from "fflate";
import { type Fault, fault } from "./reason.ts";
import { isEmpty, type RawRow, type Sheet } from "./table.ts";

/** The sheets of a workbook that a person sees, and the names of those hidden from view. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly hidden: readonly string[];
}

/** Opens an .xlsx file's bytes; handed to the reader, so that the browser fetches it only when a workbook is dropped. */
export type OpenWorkbook = (bytes: Uint8Array) => Workbook | Fault;

/** What an honest register stays far below; more is a bomb or no register. */
const limits = { entries: 2000, sheets: 60, unpacked: 400_000_000, ratio: 400, spared: 2_000_000 };

/** The parts that hold cells, and those the library wants. Pictures, macros, links are never unpacked. */
const needed =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/(?:app|core)\.xml|xl\/(?:workbook|sharedStrings|styles|metadata)\.xml|xl\/theme\/[^/]+\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/i;

const damaged = (): Fault => fault("workbook.damaged");
const tooBig = (): Fault => fault("workbook.too_big");

/** Reads the archive's list of contents before anything is unpacked. */
const bombIn = (bytes: Uint8Array): Fault | undefined => {
  const seen = { entries: 0, sheets: 0, unpacked: 0, swollen: false };
  unzipSync(bytes, {
    filter: ({ name, size, originalSize }) => {
      seen.entries += 1;
      seen.unpacked += originalSize;
      if (/^xl\/worksheets\/[^/]+\.xml$/i.test(name)) seen.sheets += 1;
      if (originalSize > limits.spared && originalSize > limits.ratio * Math.max(1, size))
        seen.swollen = true;
      return false;
    },
  });
  const over =
    seen.entries > limits.entries || seen.sheets > limits.sheets || seen.unpacked > limits.unpacked;
  return over || seen.swollen ? tooBig() : undefined;
};

/** A part that claims less than it holds would be cut, and rows lost: its end must be there. */
const isWhole = (part: Uint8Array): boolean => {
  const end = new TextDecoder().decode(part.subarray(Math.max(0, part.length - 200))).trimEnd();
  return /<\/[\w:]+>$|\/>$/.test(end);
};

/** The archive with the needed parts alone, not compressed: nothing is left in it that could swell. */
interface Packed {
  readonly bytes: Uint8Array;
  /** Whether cells have their texts elsewhere, in a list that they share. */
  readonly hasTexts: boolean;
}

/** A list of texts begins with its first one, behind some attributes. */
const hasTexts = (part: Uint8Array | undefined): boolean =>
  part !== undefined && /<(?:\w+:)?si[\s>]/.test(new TextDecoder().decode(part.subarray(0, 4096)));

const repacked = (bytes: Uint8Array): Packed | Fault => {
  const parts = unzipSync(bytes, { filter: ({ name }) => needed.test(name) });
  if (!Object.values(parts).every(isWhole)) return damaged();
  if (!Object.keys(parts).some((name) => /^xl\/workbook\.xml$/i.test(name))) return fault("workbook.other");
  const texts = Object.entries(parts).find(([name]) => /^xl\/sharedStrings\.xml$/i.test(name));
  return { bytes: zipSync(parts, { level: 0 }), hasTexts: hasTexts(texts?.[1]) };
};

/** What the library tells besides, of which its types say nothing. */
interface Told extends WorkBook {
  readonly Strings?: readonly unknown[];
  /** Its parts by kind. */
  readonly Directory?: Readonly<Partial<Record<"charts" | "dialogs" | "macros", readonly string[]>>>;
}

/** True where a sheet that can be seen, or the texts of cells, could not be read: the library leaves out either, and says nothing. */
const isPartly = ({ Strings, Directory, SheetNames, Sheets, Workbook }: Told, texts: boolean): boolean => {
  const missing = SheetNames.filter(
    (name, i) => Sheets[name] === undefined && (Workbook?.Sheets?.[i]?.Hidden ?? 0) === 0,
  );
  const others = (["charts", "dialogs", "macros"] as const).flatMap((kind) => Directory?.[kind] ?? []);
  return missing.length > others.length || (texts && !Strings?.length);
};

const two = (n: number): string => String(n).padStart(2, "0");

const dayOf = (serial: number, date1904: boolean): string | undefined => {
  const d = SSF.parse_date_code(serial, { date1904 }) as {
    y: number;
    m: number;
    d: number;
    H: number;
    M: number;
    S: number;
  } | null;
  if (!d || serial < 61) return undefined;
  const time = d.H + d.M + d.S === 0 ? "" : ` ${d.H}:${two(d.M)}:${two(Math.floor(d.S))}`;
  return `${d.y}-${two(d.m)}-${two(d.d)}${time}`;
};

/** The unit that a number format writes behind the number: 0.00"万元"; where it scales as well, the cell is in yuan. */
const unitOf = (format: string): string => {
  const unit = /[百千万亿]{0,2}元|[万亿]/.exec(format)?.[0];
  if (unit === undefined) return "";
  const scales = /[!\\]\./.test(format) || /[0#?],+(?![#0?])/.test(format);
  return scales ? "元" : unit;
};

/** Excel keeps fifteen digits; what stands behind them is noise of its binary numbers. */
const digitsOf = (n: number): string => {
  if (Math.abs(n) >= 1e15) return n.toExponential(5).toUpperCase();
  const text = String(Number(n.toPrecision(15)));
  return text.includes("e") ? Number(text).toFixed(20).replace(/0+$/, "") : text;
};

const textOf = (cell: CellObject | undefined, date1904: boolean): string => {
  if (cell === undefined) return "";
  const { t, v } = cell;
  if (t === "n" && typeof v === "number") {
    const format = typeof cell.z === "string" ? cell.z : "";
    const day = format !== "" && SSF.is_date(format) ? dayOf(v, date1904) : undefined;
    return day ?? `${digitsOf(v)}${unitOf(format)}`;
  }
  if (t === "b") return v ? "是" : "否";
  if (t === "e") return typeof cell.w === "string" ? cell.w : "#VALUE!";
  if (v === undefined || v === null) return cell.f ? "#N/A" : "";
  return String(v).replace(/\r\n?/g, "\n");
};

/** Row → column → what the merged cell over it says, for the cells it covers below its first row. */
const mergedIn = (
  sheet: WorkSheet,
  rows: readonly (readonly string[])[],
): Map<number, Map<number, string>> => {
  const merged = new Map<number, Map<number, string>>();
  for (const { s, e } of sheet["!merges"] ?? []) {
    const value = rows[s.r]?.[s.c] ?? "";
    if (value.trim() === "") continue;
    for (let r = s.r + 1; r <= Math.min(e.r, rows.length - 1); r++)
      for (let c = s.c; c <= Math.min(e.c, s.c + 300); c++) {
        const row = merged.get(r) ?? new Map<number, string>();
        merged.set(r, row.set(c, value));
      }
  }
  return merged;
};

const sheetOf = (name: string, sheet: WorkSheet, date1904: boolean): Sheet | undefined => {
  const data = (sheet["!data"] ?? []) as (CellObject | undefined)[][];
  const rows = Array.from({ length: data.length }, (_, r) =>
    Array.from({ length: data[r]?.length ?? 0 }, (__, c) => textOf(data[r]?.[c], date1904)),
  );
  if (rows.every(isEmpty)) return undefined;
  const merged = mergedIn(sheet, rows);
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  return {
    name,
    trimmed: () => true,
    eachRow: (take) => {
      rows.forEach((cells, r) => {
        if (isEmpty(cells)) return;
        const over = merged.get(r);
        const full = [...cells, ...Array<string>(width - cells.length).fill("")];
        const row: RawRow = { cells: full, line: r + 1, ...(over && { merged: over }) };
        take(row);
      });
    },
  };
};

/**
 * Opens a workbook: every cell as the text a person would read in it: real dates as ISO days, numbers with at most
 * the fifteen digits that Excel keeps, formulas by the values stored with them.
 * @returns a fault for what is too big to unpack, damaged, or no workbook
 */
export const openWorkbook: OpenWorkbook = (bytes) => {
  try {
    const bomb = bombIn(bytes);
    if (bomb) return bomb;
    const packed = repacked(bytes);
    if ("reason" in packed) return packed;
    const book = readSheets(packed.bytes, {
      type: "array",
      dense: true,
      cellNF: true,
      cellHTML: false,
      nodim: true,
    });
    if (isPartly(book, packed.hasTexts)) return damaged();
    const date1904 = book.Workbook?.WBProps?.date1904 ?? false;
    const isHidden = (i: number): boolean => (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0;
    const sheets = book.SheetNames.flatMap((name, i) => {
      const sheet = book.Sheets[name];
      const read = sheet && !isHidden(i) ? sheetOf(name, sheet, date1904) : undefined;
      return read ? [read] : [];
    });
    return { sheets, hidden: book.SheetNames.filter((_, i) => isHidden(i)) };
  } catch {
    return damaged();
  }
};
