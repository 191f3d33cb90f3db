import { createHash, randomBytes } from "node:crypto";
import path from "node:path";
import * as z from "zod";
import type { Header } from "../header.ts";
import type { Register } from "../register.ts";
import { Failure } from "./failure.ts";
import { readRegular } from "./regular_file.ts";
import { writeWhole } from "./whole_file.ts";

/** A person whose data were deleted on request. Says nothing legible about who it is. */
const person = z.strictObject({
  /** Day of the request, for the record that the office must keep. */
  on: z.string(),
  /** `register.field`: what the hash is of. */
  of: z.string(),
  /** SHA-256 of the list's salt, `of` and the person's number (or the name, where persons have no number). */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** What stands in the warehouse instead of the number: drawn at random, so nothing can be worked out from it. */
  instead: z.string(),
});
const shape = z.strictObject({ salt: z.string().min(32), persons: z.array(person) });

export type Forgotten = z.infer<typeof person>;
/** `data/.forgotten.json`. */
export type ForgottenList = z.infer<typeof shape>;

const listFile = (data: string): string => path.join(data, ".forgotten.json");

/**
 * The list beside the registers; an empty one where nobody was forgotten.
 * @throws Failure when it is damaged, or no file: nobody waits for a pipe, and a link may lead to nothing tomorrow
 */
export const forgottenIn = (data: string): ForgottenList => {
  const file = listFile(data);
  try {
    const bytes = readRegular(file, false);
    if ("reason" in bytes) throw new Error(bytes.reason);
    return shape.parse(JSON.parse(Buffer.from(bytes).toString("utf8")));
  } catch (error) {
    // Where no folder is, there is no list either; that the folder lacks is said where it is looked into.
    if (["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? ""))
      return { salt: randomBytes(32).toString("hex"), persons: [] };
    throw new Failure(
      `${file} 已损坏，不能确定哪些人的信息应当去除；请从备份恢复这份文件后再运行`,
      `${file} is damaged, so nobody can say whose data were to be deleted; restore it from a backup and run again`,
    );
  }
};

/** Writes the list whole, for its owner alone. */
export const keepForgotten = (data: string, list: ForgottenList): void =>
  writeWhole(listFile(data), `${JSON.stringify(list, null, 2)}\n`);

/** What a value is hashed behind: its hash is SHA-256 of this and the value, in SQL as in here. */
export const hashedBehind = ({ salt }: ForgottenList, of: string): string => `${salt}\u001f${of}\u001f`;

export const hashOf = (list: ForgottenList, of: string, value: string): string =>
  createHash("sha256")
    .update(hashedBehind(list, of) + value)
    .digest("hex");

/** The list with one more person; the same person keeps the first entry. */
export const withPerson = (list: ForgottenList, of: string, value: string, on: string): ForgottenList => {
  const hash = hashOf(list, of, value);
  if (list.persons.some((p) => p.hash === hash)) return list;
  const instead = `YX-${randomBytes(6).toString("hex").toUpperCase()}`;
  return { ...list, persons: [...list.persons, { on, of, hash, instead }] };
};

/** Within a room one name means one thing: a code called like the persons' number is one, referred to or not. */
const namesakes = (registers: readonly Register[], of: string): string[] => {
  const [id, field = ""] = of.split(".");
  const room = registers.find((register) => register.id === id)?.room;
  return registers
    .filter((register) => register.room === room && register.fields[field]?.kind === "code")
    .map((register) => `${register.id}.${field}`);
};

/** `register.field` of every field that holds the number of the persons of a register: its own, and what means the same. */
export const holdersOf = (registers: readonly Register[], of: string): Set<string> => {
  const holders = new Set([of, ...namesakes(registers, of)]);
  for (let before = 0; before < holders.size; ) {
    before = holders.size;
    for (const { id, refers = [] } of registers)
      for (const { to, on } of refers)
        for (const [mine, theirs] of Object.entries(on))
          if (holders.has(`${to}.${theirs}`)) holders.add(`${id}.${mine}`);
  }
  return holders;
};

/** A field that holds the numbers, or names, of persons of a kind. */
export interface Held {
  /** `register.field` of the kind, as the list has it. */
  readonly of: string;
  readonly register: Register;
  readonly field: string;
}

/** Every field in which somebody on the list may be found. */
export const heldBy = (registers: readonly Register[], { persons }: ForgottenList): Held[] =>
  [...new Set(persons.map(({ of }) => of))].flatMap((of) =>
    [...holdersOf(registers, of)].flatMap((holder): Held[] => {
      const [id, field = ""] = holder.split(".");
      const register = registers.find((one) => one.id === id);
      return register?.fields[field] ? [{ of, register, field }] : [];
    }),
  );

/** Field of each register that tells whom a row is about → `register.field` of the persons' own register. */
export const personFields = (registers: readonly Register[]): Map<string, string> =>
  new Map(
    registers.flatMap(({ id, person }) =>
      person === undefined
        ? []
        : [...holdersOf(registers, `${id}.${person.number}`)].map((held): [string, string] => [
            held,
            `${id}.${person.number}`,
          ]),
    ),
  );

/** Ids of the personal fields that speak of the person a row is about, not of somebody beside them. */
export const ownOf = ({ fields, person }: Register): string[] =>
  Object.keys(fields).filter((id) => fields[id]?.personal && !person?.besides?.includes(id));

/** What speaks of a person who is found by a field: what is their own beside a number, the name alone where it is one. */
export const tellingOf = ({ register, field }: Held): string[] =>
  register.fields[field]?.personal ? [field] : ownOf(register);

const byField = ({ columns }: Header, cells: readonly string[]): Record<string, string> =>
  Object.fromEntries(columns.flatMap(({ field }, i) => (field === null ? [] : [[field, cells[i] ?? ""]])));

/**
 * Whom of those on the list a row as sent is about; undefined where nobody.
 */
export const whoIsMeant = (
  list: ForgottenList,
  registers: readonly Register[],
  header: Header,
  cells: readonly string[],
): Forgotten | undefined => {
  const people = personFields(registers);
  const byHash = new Map(list.persons.map((p) => [p.hash, p]));
  const { register } = header;
  for (const [id, cell] of Object.entries(byField(header, cells))) {
    const field = register.fields[id];
    if (field === undefined) continue;
    const read = field.type.safeParse(cell);
    const of = people.get(`${register.id}.${id}`) ?? (field.personal ? `${register.id}.${id}` : undefined);
    if (of === undefined || !read.success || read.data === null) continue;
    const person = byHash.get(hashOf(list, of, read.data));
    if (person) return person;
  }
  return undefined;
};
