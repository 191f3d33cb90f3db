import { better, isComplete, type Match, matchAt, paired, unitWord } from "./header_match.ts";
import { areNamed, type Column, knowingTwo } from "./header_names.ts";
import { findMoneyUnit } from "./money.ts";
import { type Fault, fault } from "./reason.ts";
import type { Register } from "./register.ts";
import type { RawRow } from "./table.ts";
import { tidy } from "./text.ts";

export type { Column } from "./header_names.ts";

/** A header that was found: which register, where, and what each column is. */
export interface Header {
  readonly register: Register;
  readonly line: number;
  /** Place of the header's first row among the rows looked at: the rows before it are the preamble. */
  readonly first: number;
  /** Place of its last row: data begin below it. */
  readonly index: number;
  readonly columns: readonly Column[];
}

/** A row that reads like a header but lacks columns that its register requires. */
export interface Misfit {
  readonly index: number;
  readonly line: number;
  readonly fault: Fault;
}

/** Rows in which a header is looked for. */
export const headerDepth = 30;
/** No register comes near this many columns; more is a damaged file. */
const widest = 300;

const wordsOf = (register: Register, groups: readonly string[][], lang: "zh" | "en"): string =>
  groups
    .map((group) => group.map((id) => register.fields[id]?.words[lang]).join(lang === "zh" ? "或" : " or "))
    .join(lang === "zh" ? "、" : ", ");

const lacking = ({ register, missing }: Match): Fault =>
  fault("file.columns_missing", {
    register: register.words.zh,
    register_en: register.words.en,
    missing: wordsOf(register, missing, "zh"),
    missing_en: wordsOf(register, missing, "en"),
  });

const repeated = ({ columns }: Match): Fault | undefined => {
  const seen = new Map<string, string>();
  for (const { field, header } of columns) {
    if (field === null) continue;
    const other = seen.get(field);
    if (other !== undefined) return fault("file.columns_repeated", { header, other });
    seen.set(field, header);
  }
  return undefined;
};

const tied = (best: Match, all: readonly Match[]): Fault | undefined => {
  const equals = all.filter((m) => m.register !== best.register && isComplete(m) && m.known === best.known);
  if (equals.length === 0) return undefined;
  const names = [best, ...equals].map((m) => m.register.words);
  return fault("file.ambiguous", {
    candidates: names.map((w) => `《${w.zh}》`).join(""),
    candidates_en: names.map((w) => w.en).join(", "),
  });
};

/** Fewer known names than this are words in a row of data or a note, not a header that lacks columns. */
const headerLike = 3;

/**
 * Tells whether the row at a place is a header, alone or with the row below it.
 * @returns undefined where it is none
 */
export const headerAt = (
  rows: readonly RawRow[],
  at: number,
  registers: readonly Register[],
): Header | Misfit | undefined => {
  if (rows[at]?.broken || !areNamed(rows.slice(at, at + 2), registers)) return undefined;
  const [row, next] = [rows[at] as RawRow, rows[at + 1]];
  const pairs = next ? paired(row, next) : [];
  const columns = Array.from({ length: Math.max(row.cells.length, pairs.length) }, (_, i) => [
    row.cells[i] ?? "",
    ...(pairs[i] ? [...pairs[i].tries, pairs[i].whole] : []),
  ]);
  const matches = knowingTwo(columns, registers)
    .map((register) => matchAt(register, rows, at, pairs))
    .filter((m) => m.known >= 2);
  if (matches.length === 0) return undefined;
  const best = matches.reduce(better);
  const misfit = (given: Fault): Misfit => ({ index: best.index, line: best.line, fault: given });
  if (!isComplete(best))
    return best.known >= headerLike && best.known > best.missing.length ? misfit(lacking(best)) : undefined;
  const wrong = tied(best, matches) ?? repeated(best);
  return wrong ? misfit(wrong) : best;
};

/** A row below the header that holds units alone: 万元 under 确认金额. */
const withUnits = (header: Header, rows: readonly RawRow[]): Header => {
  const row = rows[header.index + 1];
  const said = row?.cells.filter((cell) => cell.trim() !== "") ?? [];
  if (said.length === 0 || !said.every((cell) => unitWord.test(tidy(cell)))) return header;
  const columns = header.columns.map((column, at) => {
    const unit = findMoneyUnit(row?.cells[at] ?? "");
    return unit === undefined ? column : { ...column, unit };
  });
  return { ...header, columns, index: header.index + 1 };
};

/** The first header, what above it is a table that lacks columns, or why there is none. */
export interface Found {
  readonly header?: Header;
  readonly misfits: readonly Misfit[];
  readonly fault?: Fault;
}

/**
 * Finds the first header among the first rows of a sheet and tells the register by it, never by the file's name.
 * A header must carry every column the register requires; the register with most known columns wins, a tie is refused.
 */
export const findHeader = (rows: readonly RawRow[], registers: readonly Register[]): Found => {
  const width = Math.max(0, ...rows.map((row) => row.cells.length));
  if (width > widest)
    return { misfits: [], fault: fault("file.too_wide", { columns: String(width), limit: String(widest) }) };
  const misfits: Misfit[] = [];
  for (let at = 0; at < rows.length; at++) {
    const found = headerAt(rows, at, registers);
    if (found === undefined) continue;
    if ("register" in found) {
      // A row right above the header that reads like one is the names of groups of columns.
      const apart = misfits.filter(({ index }) => index + 1 < found.first);
      return { header: withUnits(found, rows), misfits: apart };
    }
    misfits.push(found);
  }
  return { misfits, fault: misfits[0]?.fault ?? fault("file.no_header") };
};
