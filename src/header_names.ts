import { findMoneyUnit, type MoneyUnit } from "./money.ts";
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

const bracketed = /[(（[【<][^)）\]】>]*[)）\]】>]/g;
/** Cells remembered: the same ones are looked at under every separator, beside every row and for every register. */
const remembered = 10_000;

const remembering = <T>(form: (cell: string) => T): ((cell: string) => T) => {
  let known = new Map<string, T>();
  // Those that were asked for lately stay when there are too many.
  let before = known;
  return (cell) => {
    const seen = known.get(cell);
    if (seen !== undefined) return seen;
    const made = before.get(cell) ?? form(cell);
    if (known.size >= remembered) {
      before = known;
      known = new Map();
    }
    if (cell.length <= 60) known.set(cell, made);
    return made;
  };
};

const plain = (header: string): string => canonical(header).replace(/[*:：]/g, "");

/** The names that a cell may go by: with what stands in brackets, and without. */
const called = remembering((cell) => ({
  full: plain(cell),
  short: plain(tidy(cell).replace(bracketed, "")),
}));

const said = remembering((cell): Pick<Column, "header" | "unit"> => {
  const unit = findMoneyUnit(cell);
  return { header: tidy(cell), ...(unit !== undefined && { unit }) };
});

const namesKnown = new WeakMap<Register, Map<string, string>>();

/** Header → field id, under every name the field goes by. */
export const namesOf = (register: Register): Map<string, string> => {
  const known = namesKnown.get(register);
  if (known) return known;
  const names = new Map<string, string>();
  namesKnown.set(register, names);
  for (const [id, { words, aliases }] of Object.entries(register.fields))
    for (const name of [words.zh, words.en, id, ...aliases])
      if (!names.has(plain(name))) names.set(plain(name), id);
  return names;
};

const knowing = new WeakMap<readonly Register[], ReadonlyMap<string, readonly Register[]>>();

/** Name → the registers with a field that goes by it. */
const byName = (registers: readonly Register[]): ReadonlyMap<string, readonly Register[]> => {
  const known = knowing.get(registers);
  if (known) return known;
  const index = new Map<string, Register[]>();
  for (const register of registers)
    for (const name of namesOf(register).keys()) index.set(name, [...(index.get(name) ?? []), register]);
  knowing.set(registers, index);
  return index;
};

/** Characters; a longer cell in a header is a note or worse, and nobody's name. */
const longest = 200;

const fieldOf = (cell: string, names: ReadonlyMap<string, string>): string | null => {
  if (cell.length > longest) return null;
  const { full, short } = called(cell);
  return names.get(full) ?? names.get(short) ?? null;
};

export const isKnown = (cell: string, names: ReadonlyMap<string, string>): boolean =>
  fieldOf(cell, names) !== null;

/** What each cell of a header means under these names. */
export const mapped = (cells: readonly string[], names: ReadonlyMap<string, string>): Column[] =>
  cells.map((cell) => {
    if (cell.length > longest) return { header: `${tidy(cell.slice(0, longest))}…`, field: null };
    const { header, unit } = said(cell);
    return { header, field: fieldOf(cell, names), ...(unit !== undefined && { unit }) };
  });

const none: readonly Register[] = [];

/** The registers with a field that goes by what stands in a cell. */
const knowersOf = (cell: string, index: ReadonlyMap<string, readonly Register[]>): readonly Register[] => {
  if (cell.length > longest) return none;
  const { full, short } = called(cell);
  const [whole = none, bare = none] = [index.get(full), full === short ? undefined : index.get(short)];
  return bare === none ? whole : whole === none ? bare : [...whole, ...bare];
};

/** True where the rows hold two names of fields at least: all others need no closer look. */
export const areNamed = (rows: readonly RawRow[], registers: readonly Register[]): boolean => {
  const index = byName(registers);
  let named = 0;
  for (const { cells } of rows)
    for (const cell of cells) {
      if (cell === "" || cell.length > 60) continue;
      if (knowersOf(cell, index).length > 0) named += 1;
      if (named >= 2) return true;
    }
  return false;
};

/**
 * The registers that know two columns at least: the others need no closer look.
 * @param columns what each may be called
 */
export const knowingTwo = (
  columns: readonly (readonly string[])[],
  registers: readonly Register[],
): Register[] => {
  const index = byName(registers);
  const times = new Map<Register, number>();
  for (const names of columns) {
    const knowers = new Set<Register>();
    for (const name of names) for (const one of knowersOf(name, index)) knowers.add(one);
    for (const one of knowers) times.set(one, (times.get(one) ?? 0) + 1);
  }
  return registers.filter((register) => (times.get(register) ?? 0) >= 2);
};
