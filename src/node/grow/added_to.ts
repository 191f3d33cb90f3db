import type { Register } from "../../register.ts";
import { table } from "../sql.ts";
import { askedOf, withoutComments } from "./asked_of.ts";

/** The register of which a model says that each of its rows comes from one row there, whatever the others are, and stands once. */
const eachLine = /^--\s*each:\s*(\w+\.\w+)\s*$/m;

/** The register that a model says `-- each:` of, as `room.register`. */
export const eachOf = (statement: string): string | undefined => eachLine.exec(statement)?.[1];

const made = /^\s*CREATE\s+OR\s+REPLACE\s+TABLE\s+(\w+\.\w+)\s+AS\s+(SELECT\s+DISTINCT\s.*)$/is;

/**
 * The statement that adds to a model what rows that came to a register make, where the model says `-- each:` of it.
 * @param came SQL that is true of the rows that came, as `cameIn` gives it
 * @returns undefined where the model has to be made anew
 */
export const addedTo = (statement: string, register: Register, came: string): string | undefined => {
  const { room, id } = register;
  if (eachOf(statement) !== `${room}.${id}`) return undefined;
  const [, model, query = ""] = made.exec(withoutComments(statement)) ?? [];
  const asked = askedOf(query, register, `FROM ${table(room, id)} WHERE ${came}`);
  return model && asked && `INSERT INTO ${model} (${asked}) EXCEPT FROM ${model}`;
};
