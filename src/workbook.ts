import { type CellObject, read as readSheets, type WorkBook, type WorkSheet } from "@e965/xlsx";
import type { Fault } from "./reason.ts";
import { isEmpty, type RawRow, type Sheet } from "./table.ts";
import { type Counting, lastIn, textOf } from "./workbook_cell.ts";
import { bombIn, damaged, type Packed, repacked } from "./workbook_parts.ts";

/** The sheets of a workbook that a person sees, and the names of those hidden from view. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly hidden: readonly string[];
}

/** Opens an .xlsx file's bytes; handed to the reader, so that the browser fetches it only when a workbook is dropped. */
export type OpenWorkbook = (bytes: Uint8Array) => Workbook | Fault;

/** What the library tells besides, of which its types say nothing. */
interface Told extends WorkBook {
  /** The texts that cells share; one that could not be read is without a `t`. */
  readonly Strings?: readonly { readonly t?: string }[];
}

/**
 * True where a sheet, or a text of cells, could not be read: the library leaves out either, and says nothing. Where it
 * leaves out a text, those behind it may have moved up into other cells.
 */
const isPartly = ({ Strings = [], SheetNames, Sheets }: Told, { hasTexts, others }: Packed): boolean =>
  SheetNames.filter((name) => Sheets[name] === undefined).length > others ||
  Strings.some(({ t }) => t === undefined) ||
  (hasTexts && Strings.length === 0);

/** No sheet of Excel has more; an address beyond them is none. */
const largest = { rows: 1_048_576, columns: 16_384 };

/** True where two sheets have one name, of which the library gives the last for both, or cells lie outside any sheet. */
const isImpossible = ({ SheetNames, Sheets }: WorkBook): boolean =>
  new Set(SheetNames).size < SheetNames.length ||
  Object.values(Sheets).some((sheet) => {
    const data = sheet["!data"] ?? [];
    // Only rows that are there are looked at: their numbers may leave millions of gaps.
    return data.length > largest.rows || data.some((row) => row.length > largest.columns || (-1) in row);
  });

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

const sheetOf = (name: string, sheet: WorkSheet, counting: Counting): Sheet | undefined => {
  const data = (sheet["!data"] ?? []) as (CellObject | undefined)[][];
  const rows = Array.from({ length: data.length }, (_, r) =>
    Array.from({ length: lastIn(data[r]) + 1 }, (__, c) => textOf(data[r]?.[c], counting)),
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
 * Reads a workbook. A cell is what Excel shows; a number keeps more digits than are shown, a day its year.
 * @returns a reason where it cannot be read without a loss, or is too large to be unpacked
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
      sheetStubs: true,
      nodim: true,
    });
    if (isPartly(book, packed) || isImpossible(book)) return damaged();
    const { WBProps, Sheets: states } = book.Workbook ?? {};
    const { CalcPr } = (book.Workbook ?? {}) as { CalcPr?: { fullCalcOnLoad?: unknown } };
    const counting: Counting = {
      date1904: WBProps?.date1904 ?? false,
      isUncalculated: [true, "1", "true"].includes(CalcPr?.fullCalcOnLoad as string),
    };
    const isHidden = (i: number): boolean => (states?.[i]?.Hidden ?? 0) !== 0;
    const sheets = book.SheetNames.flatMap((name, i) => {
      const sheet = book.Sheets[name];
      const read = sheet && !isHidden(i) ? sheetOf(name, sheet, counting) : undefined;
      return read ? [read] : [];
    });
    return { sheets, hidden: book.SheetNames.filter((_, i) => isHidden(i)) };
  } catch {
    return damaged();
  }
};
