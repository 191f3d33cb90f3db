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

/** How a row was found: a number tells who it is, a name or a telephone number only may. */
interface Match extends Person {
  readonly sure: boolean;
}

const matchesIn = async (
  warehouse: Warehouse,
  register: Register,
  people: ReadonlyMap<string, string>,
  asked: string,
  column: string | undefined,
): Promise<Match[]> => {
  const fields = Object.entries(register.fields);
  const about = fields.map(([id]) => id).find((id) => people.has(`${register.id}.${id}`));
  const own = ownOf(register);
  const found: Match[] = [];
  for (const [id, field] of fields) {
    const numbered = people.get(`${register.id}.${id}`);
    if (column !== undefined && ![id, field.words.zh, field.words.en].includes(column)) continue;
    if (field.sql !== "VARCHAR" || !(numbered || (field.personal && field.identifies))) continue;
    const read = field.type.safeParse(asked);
    if (!read.success || read.data === null) continue;
    const rows = await warehouse.rows(
      `SELECT DISTINCT ${name(about ?? id)} AS value FROM ${table(register.room, register.id)} WHERE ${name(id)} = ${literal(read.data)} ORDER BY 1`,
    );
    const sure = numbered !== undefined || field.kind === "residentId";
    for (const { value } of rows)
      found.push(
        about === undefined || value == null || (field.personal && !own.includes(id))
          ? { of: `${register.id}.${id}`, value: read.data, sure }
          : { of: people.get(`${register.id}.${about}`) as string, value, sure },
      );
  }
  return found;
};

const told = (organisation: Organisation, { of, value }: Person, lang: "zh" | "en"): string => {
  const [id, field = ""] = of.split(".");
  const register = registersOf(organisation).find((r) => r.id === id);
  return `${register?.words[lang]} ${register?.fields[field]?.words[lang]} ${value}`;
};

/**
 * The person that a number, an identity number, a telephone number or a name means; several numbers where one identity
 * number stands in several (a person with three cases).
 * @param asked as it was typed; `学籍号=XJ001` looks at that column alone
 * @throws Failure where nobody has it, or where it could be more than one person
 */
export const personMeant = async (
  warehouse: Warehouse,
  organisation: Organisation,
  asked: string,
): Promise<Person[]> => {
  const registers = registersOf(organisation);
  const people = personFields(registers);
  const [, column, value = asked] = /^([^=]+)=(.+)$/.exec(asked) ?? [];
  const matches: Match[] = [];
  for (const register of registers)
    matches.push(...(await matchesIn(warehouse, register, people, value.trim(), column?.trim())));
  const persons = [...new Map(matches.map((m) => [`${m.of} ${m.value}`, m])).values()];
  if (persons.length === 0)
    throw new Failure(
      "各台账里都没有这个人：请核对编号（学籍号、干部编号、案件编号、执业证号、身份证号均可）",
      "no register has this person: check the number (of the learner, cadre, case, licence, or identity card)",
    );
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
