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
  /** Place among the rows looked at: the rows before it are the preamble. */
  readonly index: number;
  readonly columns: readonly Column[];
}

/** Rows in which a header is looked for. */
export const headerDepth = 30;
/** No register comes near this many columns; more is a damaged file. */
const widest = 300;

const bracketed = /[(（[【<][^)）\]】>]*[)）\]】>]/g;
const plain = (header: string): string => canonical(header).replace(/[*:：]/g, "");
const bare = (header: string): string => plain(tidy(header).replace(bracketed, ""));

/** Header → field id, under every name the field goes by. */
const namesOf = (register: Register): Map<string, string> => {
  const names = new Map<string, string>();
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

const match = (register: Register, names: ReadonlyMap<string, string>, row: RawRow, index: number): Match => {
  const columns = mapped(row.cells, names);
  const has = new Set(columns.map((c) => c.field));
  has.delete(null);
  return { register, line: row.line, index, columns, known: has.size, missing: missingFrom(register, has) };
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

/**
 * Finds the header among the first rows of a table and tells the register by it, never by the file's name.
 * A header must carry every column the register requires; the register with most known columns wins, a tie is refused.
 */
export const findHeader = (rows: readonly RawRow[], registers: readonly Register[]): Header | Fault => {
  const width = Math.max(0, ...rows.map((row) => row.cells.length));
  if (width > widest) return fault("file.too_wide", { columns: String(width), limit: String(widest) });
  const matches = registers.flatMap((register) => {
    const names = namesOf(register);
    return rows.map((row, index) => match(register, names, row, index)).filter((m) => m.known >= 2);
  });
  if (matches.length === 0) return fault("file.no_header");
  const best = matches.reduce(better);
  if (best.missing.length > 0)
    return best.known > best.missing.length ? lacking(best) : fault("file.no_header");
  const equals = matches.filter(
    (m) =>
      m.register !== best.register &&
      m.missing.length === 0 &&
      m.known === best.known &&
      m.index === best.index,
  );
  if (equals.length > 0) {
    const names = [best, ...equals].map((m) => m.register.words);
    return fault("file.ambiguous", {
      candidates: names.map((w) => `《${w.zh}》`).join(""),
      candidates_en: names.map((w) => w.en).join(", "),
    });
  }
  return repeated(best) ?? best;
};
