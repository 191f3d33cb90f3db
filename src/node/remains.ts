import type { Field } from "../field.ts";
import { type Organisation, registersOf } from "../organisation.ts";
import { canonical } from "../text.ts";
import { holdersOf, ownOf } from "./forgotten.ts";
import type { Person } from "./person.ts";
import { eachSentRow } from "./sent_rows.ts";
import { literal, name, table } from "./sql.ts";
import type { Warehouse } from "./warehouse.ts";

/** What a person is known by in the registers, as `canonical` writes it. */
export interface Known {
  /** `register.field` of every field that holds the person's numbers. */
  readonly holders: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  /** Identity and telephone numbers: nobody else's, in whatever column. */
  readonly own: ReadonlySet<string>;
  /** Names: others may have them too. */
  readonly names: ReadonlySet<string>;
}

/** A line of a file in `data/` that still tells of the person. */
export interface Remain {
  readonly file: string;
  readonly line: number;
  /** The person's for certain; otherwise the name is there, perhaps somebody else's. */
  readonly sure: boolean;
}

/** A number of which a part was blotted out (138****0001) tells nobody from others. */
export const tellsNobody = (value: string): boolean => value.length < 2 || value.includes("*");

/** Whether a value of a personal field is a number that nobody else has. */
export const isOwnNumber = ({ kind }: Field, value: string): boolean =>
  kind === "residentId" || /\d{7}/.test(value);

/** Everything that rows about a person say of who it is. Ask before the person is forgotten. */
export const knownOf = async (
  warehouse: Warehouse,
  organisation: Organisation,
  persons: readonly Person[],
): Promise<Known> => {
  const registers = registersOf(organisation);
  const holders = new Set<string>();
  const [numbers, own, names] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { of, value } of persons) {
    const held = holdersOf(registers, of);
    for (const holder of held) holders.add(holder);
    for (const register of registers) {
      const about = Object.keys(register.fields).find((id) => held.has(`${register.id}.${id}`));
      if (about === undefined) continue;
      const named = register.fields[about]?.personal === true;
      (named ? names : numbers).add(canonical(value));
      const mine = named ? [about] : ownOf(register);
      const telling = Object.entries(register.fields).filter(
        ([id, f]) => mine.includes(id) && f.identifies && f.sql === "VARCHAR",
      );
      for (const [id, field] of telling) {
        const rows = await warehouse.rows(
          `SELECT DISTINCT ${name(id)} AS v FROM ${table(register.room, register.id)} WHERE ${name(about)} = ${literal(value)}`,
        );
        for (const { v } of rows)
          if (v && !tellsNobody(v)) (isOwnNumber(field, v) ? own : names).add(canonical(v));
      }
    }
  }
  return { holders, numbers, own, names };
};

const sureOf = (known: Known, register: string, field: string | null, cell: string): boolean =>
  known.own.has(cell) ||
  (field !== null && known.holders.has(`${register}.${field}`) && known.numbers.has(cell));

/**
 * The lines of `data/` on which a person still stands, refused, superseded and repeated ones and copies included.
 */
export const remainsIn = (
  data: string,
  organisation: Organisation,
  known: Known,
  progress: (path: string) => void,
): Remain[] => {
  const names = [...known.names];
  const remains: Remain[] = [];
  eachSentRow(data, registersOf(organisation), progress, ({ register, fields, cells, file, line }) => {
    const said = cells.map((cell) => canonical(cell).replace(/^'/, ""));
    const sure = said.some((cell, i) => sureOf(known, register.id, fields[i] ?? null, cell));
    if (sure || said.some((cell) => names.some((one) => cell.includes(one))))
      remains.push({ file, line, sure });
  });
  return remains;
};
