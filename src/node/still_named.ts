import { folded, Lookout } from "../lookout.ts";
import type { Organisation } from "../organisation.ts";
import type { Register } from "../register.ts";
import { type Words, words } from "../words.ts";
import { type ForgottenList, type Held, hashedBehind, heldBy, tellingOf } from "./forgotten.ts";
import { enter } from "./ledger.ts";
import {
  excusedOf,
  fieldsOf,
  meantIn,
  valuesOf,
  type Watch,
  type Whose,
  watchedFor,
} from "./personal_values.ts";
import { literal, name, table } from "./sql.ts";
import type { Warehouse } from "./warehouse.ts";

/** The names of those on the list, and what else tells who they are, in the rows of one register. */
const namesIn = async (warehouse: Warehouse, list: ForgottenList, held: Held): Promise<[string, Whose][]> => {
  const { of, register, field: number } = held;
  const fields = tellingOf(held).filter(
    (id) => register.fields[id]?.identifies && register.fields[id]?.sql === "VARCHAR",
  );
  if (fields.length === 0) return [];
  const hashes = list.persons.filter((p) => p.of === of).map(({ hash }) => literal(hash));
  const rows = await warehouse.rows(
    `SELECT DISTINCT ${fields.map(name).join(", ")} FROM ${table(register.room, register.id)}
     WHERE sha256(${literal(hashedBehind(list, of))} || ${name(number)}) IN (${hashes.join(", ")})`,
  );
  return rows.flatMap((row) =>
    fields.flatMap((id): [string, Whose][] => {
      const [value, field] = [row[id], register.fields[id]];
      return value && field ? [[value, { register, field }]] : [];
    }),
  );
};

const namesOn = async (
  warehouse: Warehouse,
  registers: readonly Register[],
  list: ForgottenList,
): Promise<Lookout<Whose>> => {
  const values = new Lookout<Whose>();
  for (const held of heldBy(registers, list))
    for (const [value, whose] of await namesIn(warehouse, list, held))
      for (const piece of watchedFor(value, whose.field)) values.add(piece, whose);
  return values;
};

/**
 * Writes down where somebody on the list is still told of in what is no personal field, or in the name of a file. Called
 * before their rows are cleared: afterwards nobody knows the name any more, and nothing watches for it.
 */
export const enterStillNamed = async (
  warehouse: Warehouse,
  organisation: Organisation,
  registers: readonly Register[],
  list: ForgottenList,
): Promise<void> => {
  if (list.persons.length === 0) return;
  const values = await namesOn(warehouse, registers, list);
  if (values.size === 0) return;
  const watch: Watch = { values, excused: await excusedOf(warehouse, organisation, values, []) };
  const tells = (text: string): boolean => meantIn(folded(text), watch).next().done === false;
  const found: Words[] = [];
  const files = await warehouse.rows("SELECT DISTINCT path FROM intake.files");
  const inName = words(
    "文件名里有已按请求删除的人的姓名",
    "the name of a file holds that of somebody who was removed on request",
  );
  if (files.some(({ path }) => tells(path ?? ""))) found.push(inName);
  const open = fieldsOf(organisation, ({ personal }) => !personal);
  const told = new Set<number>();
  for await (const [value, at] of valuesOf(warehouse, open)) if (!told.has(at) && tells(value)) told.add(at);
  for (const at of [...told].sort((a, b) => a - b)) {
    const [register, , field] = open[at] as (typeof open)[number];
    found.push({
      zh: `《${register.words.zh}》的“${field.words.zh}”栏里有已按请求删除的人的姓名`,
      en: `the column “${field.words.en}” of “${register.words.en}” names somebody who was removed on request`,
    });
  }
  await enter(
    warehouse,
    "still_named",
    found.map(({ zh, en }) => [zh, en]),
  );
};
