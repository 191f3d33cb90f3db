import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Room } from "../register.ts";
import { statements } from "./sql.ts";

/** What a model is made from, through other models of any room. */
export interface Foundation {
  /** The statements without comments, on one line each, in the order in which they run. */
  readonly statements: readonly string[];
  /** Ids of the registers at the bottom. */
  readonly registers: readonly string[];
}

const makes = /CREATE\s+(?:OR\s+REPLACE\s+)?(?:TABLE|VIEW|MACRO)\s+(\w+\.\w+)/i;

/** The table, view or macro that a statement makes, as `room.table`. */
export const madeBy = (statement: string): string | undefined =>
  makes.exec(statement.replace(/--[^\n]*/g, ""))?.[1];

/** Whatever a statement may read: all that looks like `room.table`, also in a comment. */
export const mentionedIn = (statement: string): readonly string[] => statement.match(/\b\w+\.\w+\b/g) ?? [];

const bare = (statement: string): string =>
  statement
    .replace(/--[^\n]*/g, "")
    .replace(/\s+/g, " ")
    .trim();

interface Laid {
  /** Places of statements in the order in which all of them run. */
  readonly statements: ReadonlySet<number>;
  readonly registers: ReadonlySet<string>;
}

/**
 * The foundation of every model and register, by its name `room.table`.
 * @param folder folder with a folder per room, where model.sql stands
 */
export const foundationsOf = (rooms: readonly Room[], folder: string): Map<string, Foundation> => {
  const known = new Map<string, Laid>(
    rooms.flatMap(({ id, registers }) =>
      registers.map((r): [string, Laid] => [
        `${id}.${r.id}`,
        { statements: new Set(), registers: new Set([r.id]) },
      ]),
    ),
  );
  const all: string[] = [];
  for (const { id } of rooms) {
    const file = path.join(folder, id, "model.sql");
    if (!existsSync(file)) continue;
    for (const statement of statements(readFileSync(file, "utf8")).map(bare)) {
      const at = all.push(statement) - 1;
      const model = madeBy(statement);
      if (model === undefined) continue;
      const on = mentionedIn(statement).flatMap((one) => known.get(one) ?? []);
      known.set(model, {
        statements: new Set([...on.flatMap((one) => [...one.statements]), at]),
        registers: new Set(on.flatMap((one) => [...one.registers])),
      });
    }
  }
  return new Map(
    [...known].map(([model, laid]) => [
      model,
      {
        statements: [...laid.statements].sort((a, b) => a - b).map((at) => all[at] as string),
        registers: [...laid.registers].sort(),
      },
    ]),
  );
};
