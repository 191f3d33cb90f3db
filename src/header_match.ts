import type { Header } from "./header.ts";
import { type Column, isKnown, mapped, namesOf } from "./header_names.ts";
import type { Register } from "./register.ts";
import type { RawRow } from "./table.ts";
import { tidy } from "./text.ts";

/** What a register needs and these columns do not give: each entry is a group of fields of which one would do. */
const missingFrom = (register: Register, has: ReadonlySet<string | null>): string[][] =>
  [
    ...Object.keys(register.fields)
      .filter((id) => !register.fields[id]?.optional)
      .map((id) => [id]),
    ...(register.either ?? []).map((group) => [...group]),
  ].filter((group) => !group.some((id) => has.has(id)));

/** A header as one register would have it. */
export interface Match extends Header {
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

/** A unit by itself: 万元, （人）. */
export const unitWord =
  /^[(（[【]?(?:[百千万亿]{0,2}元|人次?|家次?|[件起个次项名天分]|批次|课次|小时|%)[)）\]】]?$/;

/** A column of a header of two rows. */
export interface Paired {
  /** What it may be called, the likelier name first. */
  readonly tries: readonly string[];
  /** What it is called where none of these is known. */
  readonly whole: string;
}

/**
 * A header of two rows: 企业 over 名称 and 代码, or a name above and its unit below. Each column is known by its
 * lower cell, by both together, or by the upper one alone.
 */
export const paired = (upper: RawRow, lower: RawRow): Paired[] => {
  let over = "";
  return Array.from({ length: Math.max(upper.cells.length, lower.cells.length) }, (_, at) => {
    const [top, below] = [tidy(upper.cells[at] ?? ""), tidy(lower.cells[at] ?? "")];
    over = top === "" && below !== "" ? over : top;
    const whole = `${over}${below}`;
    const tries = below === "" ? [top] : unitWord.test(below) ? [`${over}（${below}）`] : [below, whole];
    return { tries, whole };
  });
};

export const isComplete = ({ known, missing }: Match): boolean => known >= 2 && missing.length === 0;

/**
 * What the row at a place is to a register: a header by itself, or with the row below it.
 * @param pairs its columns together with the row below it
 */
export const matchAt = (
  register: Register,
  rows: readonly RawRow[],
  at: number,
  pairs: readonly Paired[],
): Match => {
  const names = namesOf(register);
  const [row, next] = [rows[at] as RawRow, rows[at + 1]];
  const single = matched(register, mapped(row.cells, names), row, at, at);
  if (isComplete(single) || !next) return single;
  const lower = matched(register, mapped(next.cells, names), next, at + 1, at + 1);
  if (isComplete(lower)) return single;
  const called = pairs.map(({ tries, whole }) => tries.find((name) => isKnown(name, names)) ?? whole);
  const pair = matched(register, mapped(called, names), next, at, at + 1);
  return isComplete(pair) && pair.known > Math.max(single.known, lower.known) ? pair : single;
};

/** The better of two: the complete one, then the one with more known columns, then with fewer missing. */
export const better = (a: Match, b: Match): Match => {
  if ((a.missing.length === 0) !== (b.missing.length === 0)) return a.missing.length === 0 ? a : b;
  if (a.known !== b.known) return a.known > b.known ? a : b;
  if (a.missing.length !== b.missing.length) return a.missing.length < b.missing.length ? a : b;
  return a;
};
