import { findMoneyUnit, type MoneyUnit } from "./money.ts";
import { type Fault, fault } from "./reason.ts";
import type { Register } from "./register.ts";
import type { RawRow } from "./table.ts";
import { canonical, tidy } from "./text.ts";

/** One column of a file and the field it was understood as; null where it is no field. */
export interface Column {
  /** As the file has it, spaces tidied. */
  readonly header: string;
  readonly field: string | null;
  /** Unit of amounts stated in the header, e.g. 确认金额（万元）. */
  readonly unit?: MoneyUnit;
}

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

const bracketed = /[(（[【<][^)）\]】>]*[)）\]】>]/g;
const plain = (header: string): string => canonical(header).replace(/[*:：]/g, "");
const bare = (header: string): string => plain(tidy(header).replace(bracketed, ""));

const namesKnown = new WeakMap<Register, Map<string, string>>();

/** Header → field id, under every name the field goes by. */
const namesOf = (register: Register): Map<string, string> => {
  const known = namesKnown.get(register);
  if (known) return known;
  const names = new Map<string, string>();
  namesKnown.set(register, names);
  for (const [id, { words, aliases }] of Object.entries(register.fields))
    for (const name of [words.zh, words.en, id, ...aliases])
      if (!names.has(plain(name))) names.set(plain(name), id);
  return names;
};

const mapped = (cells: readonly string[], names: ReadonlyMap<string, string>): Column[] =>
  cells.map((cell) => {
    const unit = findMoneyUnit(cell);
    const field = names.get(plain(cell)) ?? names.get(bare(cell)) ?? null;
    return { header: tidy(cell), field, ...(unit !== undefined && { unit }) };
  });

/** What a register needs and these columns do not give: each entry is a group of fields of which one would do. */
const missingFrom = (register: Register, has: ReadonlySet<string | null>): string[][] =>
  [
    ...Object.keys(register.fields)
      .filter((id) => !register.fields[id]?.optional)
      .map((id) => [id]),
    ...(register.either ?? []).map((group) => [...group]),
  ].filter((group) => !group.some((id) => has.has(id)));

interface Match extends Header {
  readonly known: number;
  readonly missing: readonly string[][];
}

const matched = (
  register: Register,
  columns: readonly Column[],
  row: RawRow,
  first: number,
  index: number,
): Match => {
  const has = new Set(columns.map((c) => c.field));
  has.delete(null);
  return {
    register,
    line: row.line,
    first,
    index,
    columns,
    known: has.size,
    missing: missingFrom(register, has),
  };
};

const unitWord = /^[(（[【]?(?:[百千万亿]{0,2}元|人次?|家次?|[件起个次项名天分]|批次|课次|小时|%)[)）\]】]?$/;

/**
 * A header of two rows: 企业 over 名称 and 代码, or a name above and its unit below. Each column is known by its
 * lower cell, by both together, or by the upper one alone.
 */
const pairedColumns = (names: ReadonlyMap<string, string>, upper: RawRow, lower: RawRow): Column[] => {
  let over = "";
  return Array.from({ length: Math.max(upper.cells.length, lower.cells.length) }, (_, at) => {
    const [top, below] = [tidy(upper.cells[at] ?? ""), tidy(lower.cells[at] ?? "")];
    over = top === "" && below !== "" ? over : top;
    const tries =
      below === "" ? [top] : unitWord.test(below) ? [`${over}（${below}）`] : [below, `${over}${below}`];
    const known = tries.find((name) => mapped([name], names)[0]?.field);
    const [column] = mapped([known ?? `${over}${below}`], names);
    return column as Column;
  });
};

const isComplete = ({ known, missing }: Match): boolean => known >= 2 && missing.length === 0;

/** What the row at a place is to a register: a header by itself, or with the row below it. */
const matchAt = (register: Register, rows: readonly RawRow[], at: number): Match => {
  const names = namesOf(register);
  const [row, next] = [rows[at] as RawRow, rows[at + 1]];
  const single = matched(register, mapped(row.cells, names), row, at, at);
  if (isComplete(single) || !next) return single;
  const lower = matched(register, mapped(next.cells, names), next, at + 1, at + 1);
  if (isComplete(lower)) return single;
  const pair = matched(register, pairedColumns(names, row, next), next, at, at + 1);
  return isComplete(pair) && pair.known > Math.max(single.known, lower.known) ? pair : single;
};

const better = (a: Match, b: Match): Match => {
  if ((a.missing.length === 0) !== (b.missing.length === 0)) return a.missing.length === 0 ? a : b;
  if (a.known !== b.known) return a.known > b.known ? a : b;
  if (a.missing.length !== b.missing.length) return a.missing.length < b.missing.length ? a : b;
  return a;
};

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
  if (rows[at]?.broken) return undefined;
  const matches = registers.map((register) => matchAt(register, rows, at)).filter((m) => m.known >= 2);
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
