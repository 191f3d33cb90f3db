import { type CellObject, SSF } from "@e965/xlsx";
import { bare, formatted } from "./number_format.ts";

const two = (n: number): string => String(n).padStart(2, "0");

/** What a date's format shows: Excel turns 2018年10月 into the first of the month, and shows the month. */
const shownBy = (format: string): "day" | "month" | "clock" => {
  const signs = bare(format);
  if (/d/i.test(signs)) return "day";
  if (/[ye]/i.test(signs)) return "month";
  return /[hs]/i.test(signs) ? "clock" : "day";
};

interface Parsed {
  readonly y: number;
  readonly m: number;
  readonly d: number;
  readonly H: number;
  readonly M: number;
  readonly S: number;
}

/** A day or a time as far as its format shows it; undefined for a number that is none, for all its format. */
const dayOf = (serial: number, format: string, date1904: boolean): string | undefined => {
  const d = SSF.parse_date_code(serial, { date1904 }) as Parsed | null;
  if (!d) return undefined;
  const shown = shownBy(format);
  if (shown === "clock" && serial >= 0) {
    const hours = /\[h/i.test(format) ? Math.floor(serial) * 24 + d.H : d.H;
    return `${hours}:${two(d.M)}${d.S < 1 ? "" : `:${two(Math.floor(d.S))}`}`;
  }
  // Excel's first two months are a day off, and nobody's register is of 1900.
  if (serial < 61) return undefined;
  if (shown === "month") return `${d.y}年${d.m}月`;
  const time = d.H + d.M + d.S === 0 ? "" : ` ${d.H}:${two(d.M)}:${two(Math.floor(d.S))}`;
  return `${d.y}-${two(d.m)}-${two(d.d)}${time}`;
};

/** How the workbook counts its days, and whether its formulas wait to be calculated. */
export interface Counting {
  readonly date1904: boolean;
  readonly isUncalculated: boolean;
}

/** What Excel writes into a cell that it cannot calculate: a formula whose value is not known is refused by it. */
const unknown = "#N/A";
/** The same for a text of which a part is lost: � is no character of anybody's. */
const broken = "#VALUE!";

/**
 * A cell as a person sees it who opens the workbook; an error as Excel writes them where that cannot be told.
 */
export const textOf = (cell: CellObject | undefined, { date1904, isUncalculated }: Counting): string => {
  if (cell === undefined) return "";
  const { t, v } = cell;
  // A formula that was never calculated, as programs write it that cannot: Excel shows a value where none is stored.
  if (t === "z") return cell.f ? unknown : "";
  if (t === "n" && typeof v === "number") {
    if (isUncalculated && cell.f && v === 0) return unknown;
    const format = typeof cell.z === "string" ? cell.z : "";
    const day = format !== "" && SSF.is_date(format) ? dayOf(v, format, date1904) : undefined;
    return day ?? formatted(v, format);
  }
  if (t === "b") return v ? "是" : "否";
  if (t === "e") return typeof cell.w === "string" ? cell.w : "#VALUE!";
  if (v === undefined || v === null) return "";
  const text = String(v);
  if (text.includes("\ufffd")) return broken;
  return text.replace(/\r\n?/g, "\n");
};

/** The place of a row's last cell that holds anything: those behind it have a look and no value. */
export const lastIn = (row: readonly (CellObject | undefined)[] = []): number =>
  row.findLastIndex((cell) => cell !== undefined && (cell.t !== "z" || cell.f !== undefined));
