import type { Register } from "../../register.ts";
import { name } from "../sql.ts";

export const withoutComments = (sql: string): string =>
  sql.replace(/('(?:[^']|'')*'|"(?:[^"]|"")*")|--[^\n]*/g, (_, quoted?: string) => quoted ?? " ");

/** A table in a query, where nothing follows that could be another name for it. */
const readIn = ({ room, id }: Register): RegExp =>
  new RegExp(
    `\\b(FROM|JOIN)\\s+${room}\\.${id}(?=\\s*(?:$|\\)|(?:WHERE|QUALIFY|GROUP|ORDER|JOIN|LEFT|SEMI|ANTI)\\b))`,
    "gi",
  );

/**
 * The same query, asked of some rows of a register.
 * @param rows SQL of these rows
 * @returns undefined where it cannot be told where it reads them
 */
export const askedOf = (sql: string, register: Register, rows: string): string | undefined => {
  const all = withoutComments(sql);
  const { room, id } = register;
  const mentions = all.match(new RegExp(`\\b${room}\\.${id}\\b`, "gi"))?.length ?? 0;
  const reads = readIn(register);
  return mentions > 0 && all.match(reads)?.length === mentions
    ? all.replace(reads, (_, word: string) => `${word} (${rows}) AS ${name(id)}`)
    : undefined;
};
