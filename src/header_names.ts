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
/** Cells remembered: the same ones are looked at under every separator and beside every row. */
const remembered = 10_000;

const remembering = (form: (cell: string) => string): ((cell: string) => string) => {
  const known = new Map<string, string>();
  return (cell) => {
    const seen = known.get(cell);
    if (seen !== undefined) return seen;
    const made = form(cell);
    if (known.size >= remembered) known.clear();
    if (cell.length <= 60) known.set(cell, made);
    return made;
  };
};

const plain = remembering((header) => canonical(header).replace(/[*:：]/g, ""));
const bare = remembering((header) => plain(tidy(header).replace(bracketed, "")));

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

/** Characters; a longer cell in a header is a note or worse, and nobody's name. */
const longest = 200;

/** What each cell of a header means under these names. */
export const mapped = (cells: readonly string[], names: ReadonlyMap<string, string>): Column[] =>
  cells.map((cell) => {
    if (cell.length > longest) return { header: `${tidy(cell.slice(0, longest))}…`, field: null };
    const unit = findMoneyUnit(cell);
    const field = names.get(plain(cell)) ?? names.get(bare(cell)) ?? null;
    return { header: tidy(cell), field, ...(unit !== undefined && { unit }) };
  });

/** True where the rows hold two names of fields at least: all others need no closer look. */
export const areNamed = (rows: readonly RawRow[], registers: readonly Register[]): boolean => {
  let named = 0;
  for (const { cells } of rows)
    for (const cell of cells) {
      if (cell === "" || cell.length > 60) continue;
      const [full, short] = [plain(cell), bare(cell)];
      if (registers.some((register) => namesOf(register).has(full) || namesOf(register).has(short)))
        named += 1;
      if (named >= 2) return true;
    }
  return false;
};
