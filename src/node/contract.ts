import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Register } from "../register.ts";
import { sha256 } from "./inbox.ts";

const imported = /\bfrom "(\.[^"\n]*)"/g;

/** A source and what it imports of the rooms, each once. @param inside folder whose files alone are followed */
const closureOf = (file: string, inside: string, found: Set<string>): Set<string> => {
  if (found.has(file) || !file.startsWith(inside + path.sep) || !existsSync(file)) return found;
  found.add(file);
  for (const [, to = ""] of readFileSync(file, "utf8").matchAll(imported))
    closureOf(path.resolve(path.dirname(file), to), inside, found);
  return found;
};

const textsOf = (files: Iterable<string>): string =>
  [...files]
    .sort()
    .map((file) => readFileSync(file, "utf8"))
    .join("\0");

/** Everything of a contract that can be seen in it: patterns, lists, the text of its functions. */
const seen = (register: Register): string => {
  const known = new Map<unknown, number>();
  const parts: string[] = [];
  const look = (value: unknown): void => {
    if ((typeof value !== "object" && typeof value !== "function") || value === null) {
      parts.push(`${typeof value}:${String(value)}`);
      return;
    }
    const before = known.get(value);
    if (before !== undefined) {
      parts.push(`#${before}`);
      return;
    }
    known.set(value, known.size);
    // The rest of a type is what it works out when it is first asked.
    if ("_zod" in value) {
      look((value as { _zod: { def: unknown } })._zod.def);
      return;
    }
    if (typeof value === "function" || value instanceof RegExp) parts.push(String(value));
    for (const [key, { value: held }] of Object.entries(Object.getOwnPropertyDescriptors(value))) {
      if (key === "prototype") continue;
      parts.push(key);
      look(held);
    }
  };
  look(register);
  return parts.join("\0");
};

/**
 * A hash of a register's contract: what it says, the source that says it, and what that imports of the rooms. A function
 * does not show what it calls, so the source speaks for it. Where more than one file of the room could be the source, or
 * none is seen to be, all of the room's files speak.
 * @param rooms folder with a folder per room
 */
export const contractOf = (register: Register, rooms: string): string => {
  const room = path.resolve(rooms, register.room);
  const files = existsSync(room)
    ? readdirSync(room, { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".ts"))
        .map((file) => path.join(room, file))
    : [];
  const saying = files.filter((file) => readFileSync(file, "utf8").includes(`id: "${register.id}"`));
  const sources = new Set<string>();
  for (const file of saying.length === 1 ? saying : files) closureOf(file, path.resolve(rooms), sources);
  return sha256(`${seen(register)}\0${textsOf(sources)}`);
};

/** A hash of the words by which headers are told from each other: they decide which register a table is of. */
export const headersOf = (registers: readonly Register[]): string =>
  sha256(
    JSON.stringify(
      registers.map(({ id, words: called, fields, either }) => [
        id,
        called,
        either,
        Object.entries(fields).map(([field, { words, aliases, optional, kind, fillDown }]) => [
          field,
          words,
          aliases,
          optional,
          kind,
          fillDown,
        ]),
      ]),
    ),
  );
