import { type Organisation, registersOf } from "../organisation.ts";
import { read } from "../read.ts";
import type { Sink } from "../sink.ts";
import { canonical } from "../text.ts";
import { openWorkbook } from "../workbook.ts";
import { holdersOf, ownOf } from "./forgotten.ts";
import { bytesOf, lookInto } from "./inbox.ts";
import type { Person } from "./person.ts";
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
          `SELECT DISTINCT ${name(id)} AS v FROM ${table(register.room, register.id)} WHERE ${name(about)} = ${literal(value)} AND length(${name(id)}) > 1`,
        );
        for (const { v } of rows)
          (field.kind === "residentId" || /\d{7}/.test(v ?? "") ? own : names).add(canonical(v ?? ""));
      }
    }
  }
  return { holders, numbers, own, names };
};

const sureOf = (known: Known, register: string, field: string | null, cell: string): boolean =>
  known.own.has(cell) ||
  (field !== null && known.holders.has(`${register}.${field}`) && known.numbers.has(cell));

/**
 * The lines of `data/` on which a person still stands, refused, superseded and repeated ones and copies included. Files
 * that are no register are not looked into.
 */
export const remainsIn = (
  data: string,
  organisation: Organisation,
  known: Known,
  progress: (path: string) => void,
): Remain[] => {
  const registers = registersOf(organisation);
  const names = [...known.names];
  return lookInto(data).files.flatMap((file) => {
    const bytes = bytesOf(file);
    if ("reason" in bytes) return [];
    progress(file.path);
    const remains: Remain[] = [];
    const open = (): Sink => {
      let fields: (string | null)[] = [];
      let id = "";
      return {
        begin: ({ register, columns }) => {
          id = register.id;
          fields = columns.map(({ field }) => field);
        },
        row: () => {},
        problem: () => {},
        raw: ({ cells, line }) => {
          const said = cells.map((cell) => canonical(cell).replace(/^'/, ""));
          const sure = said.some((cell, i) => sureOf(known, id, fields[i] ?? null, cell));
          if (sure || said.some((cell) => names.some((one) => cell.includes(one))))
            remains.push({ file: file.path, line, sure });
        },
      };
    };
    read(bytes, registers, open, openWorkbook);
    return remains;
  });
};
