import { type Organisation, registersOf } from "../organisation.ts";
import type { Register } from "../register.ts";
import { Failure } from "./failure.ts";
import { ownOf, personFields } from "./forgotten.ts";
import { literal, name, table } from "./sql.ts";
import type { Warehouse } from "./warehouse.ts";

/** A person as a register knows them. */
export interface Person {
  /** `register.field` where persons have a number, else the field with the name. */
  readonly of: string;
  /** The number, or the name. */
  readonly value: string;
}

/** What somebody typed: the value, and the column in which alone it is meant, if they said one. */
export interface Asked {
  readonly value: string;
  readonly column: string | undefined;
}

/** @param asked `学籍号=XJ001` looks at that column alone */
export const askedFor = (asked: string): Asked => {
  const [, column, value = asked] = /^([^=]+)=(.+)$/.exec(asked) ?? [];
  return { value: value.trim(), column: column?.trim() };
};

/** A person whom a row may be about: a number tells who it is, a name or a telephone number only may. */
export interface Match extends Person {
  readonly sure: boolean;
}

/** A field in which what was asked for may stand. */
export interface Place {
  readonly id: string;
  /** The value as the field takes it. */
  readonly value: string;
  readonly sure: boolean;
  /** The field that tells whom the row is about, where that is who is meant. */
  readonly about: string | undefined;
}

/** @param people as of `personFields` */
export const placesOf = (
  register: Register,
  people: ReadonlyMap<string, string>,
  { value, column }: Asked,
): Place[] => {
  const about = Object.keys(register.fields).find((id) => people.has(`${register.id}.${id}`));
  const own = ownOf(register);
  return Object.entries(register.fields).flatMap(([id, field]) => {
    const isNumber = people.has(`${register.id}.${id}`);
    if (column !== undefined && ![id, field.words.zh, field.words.en].includes(column)) return [];
    if (field.sql !== "VARCHAR" || !(isNumber || (field.personal && field.identifies))) return [];
    const read = field.type.safeParse(value);
    if (!read.success || read.data === null) return [];
    const isBeside = field.personal && !own.includes(id);
    return [
      {
        id,
        value: read.data,
        sure: isNumber || field.kind === "residentId",
        about: isBeside ? undefined : about,
      },
    ];
  });
};

/** @param who what the row says whom it is about */
export const matchAt = (
  register: Register,
  people: ReadonlyMap<string, string>,
  { id, value, sure, about }: Place,
  who: string | null | undefined,
): Match =>
  about === undefined || who == null
    ? { of: `${register.id}.${id}`, value, sure }
    : { of: people.get(`${register.id}.${about}`) as string, value: who, sure };

const matchesIn = async (
  warehouse: Warehouse,
  register: Register,
  people: ReadonlyMap<string, string>,
  asked: Asked,
): Promise<Match[]> => {
  const found: Match[] = [];
  for (const place of placesOf(register, people, asked)) {
    const { id, value, about } = place;
    const rows = await warehouse.rows(
      `SELECT DISTINCT ${name(about ?? id)} AS who FROM ${table(register.room, register.id)} WHERE ${name(id)} = ${literal(value)} ORDER BY 1`,
    );
    found.push(...rows.map(({ who }) => matchAt(register, people, place, who)));
  }
  return found;
};

const told = (organisation: Organisation, { of, value }: Person, lang: "zh" | "en"): string => {
  const [id, field = ""] = of.split(".");
  const register = registersOf(organisation).find((r) => r.id === id);
  return `${register?.words[lang]} ${register?.fields[field]?.words[lang]} ${value}`;
};

/** Nobody is known by what was asked for. */
export class Nobody extends Failure {
  constructor() {
    super(
      "各台账里都没有这个人：请核对编号（学籍号、干部编号、案件编号、执业证号、身份证号均可）",
      "no register has this person: check the number (of the learner, cadre, case, licence, or identity card)",
    );
  }
}

/**
 * The person that all matches mean; several numbers where one identity number stands in several (a person with three
 * cases).
 * @throws Failure where nobody has it (`Nobody`), or where it could be more than one person
 */
export const oneOf = (organisation: Organisation, matches: readonly Match[]): Person[] => {
  const persons = [...new Map(matches.map((m) => [`${m.of} ${m.value}`, m])).values()];
  if (persons.length === 0) throw new Nobody();
  const sameKind = new Set(persons.map((p) => p.of)).size === 1;
  if (persons.length > 1 && !(sameKind && persons.every((p) => p.sure)))
    throw new Failure(
      `可能不止一个人：${persons
        .slice(0, 8)
        .map((p) => told(organisation, p, "zh"))
        .join("；")}；请改用其中一个编号，写成 --person 栏目=编号`,
      `this may be more than one person: ${persons
        .slice(0, 8)
        .map((p) => told(organisation, p, "en"))
        .join("; ")}; use one of these numbers, as --person COLUMN=NUMBER`,
    );
  return persons.map(({ of, value }) => ({ of, value }));
};

/**
 * The person that a number, an identity number, a telephone number or a name means in the warehouse.
 * @param asked as it was typed
 * @throws Failure as `oneOf` does
 */
export const personMeant = async (
  warehouse: Warehouse,
  organisation: Organisation,
  asked: string,
): Promise<Person[]> => {
  const registers = registersOf(organisation);
  const people = personFields(registers);
  const matches: Match[] = [];
  for (const register of registers)
    matches.push(...(await matchesIn(warehouse, register, people, askedFor(asked))));
  return oneOf(organisation, matches);
};
