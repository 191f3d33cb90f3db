import { getHeapStatistics } from "node:v8";
import type { Field } from "../field.ts";
import { type Found, folded, Lookout, within } from "../lookout.ts";
import { type Organisation, registersOf } from "../organisation.ts";
import type { Register } from "../register.ts";
import { Failure } from "./failure.ts";
import { name, table } from "./sql.ts";
import { expectUnnamed } from "./unnamed.ts";
import { vocabulary } from "./vocabulary.ts";
import type { Warehouse } from "./warehouse.ts";

/** The field that a personal value stands in. */
export interface Whose {
  readonly register: Register;
  readonly field: Field;
}

/** What must not leave: the personal values of a warehouse, and the places where the same letters mean something else. */
export interface Watch {
  readonly values: Lookout<Whose>;
  /** Values with the letters beside them, as `within` writes them. */
  readonly excused: ReadonlySet<string>;
}

/** The watched values in a folded text, where the letters mean them. */
export function* meantIn(text: string, { values, excused }: Watch): Generator<Found<Whose>> {
  for (const found of values.find(text))
    if (!excused.has(within(text, found.at, found.value.length))) yield found;
}

/** Bytes that a watched value takes in memory: 148 were measured of three million notes. */
const each = 150;
/** A `Map` of V8 takes 2^24 entries; half of Node's memory is left to all else. */
const watchable = (): number =>
  Math.min(2 ** 24 - 1, Math.floor(getHeapStatistics().heap_size_limit / 2 / each));

const tooMany = (most: number): Failure =>
  new Failure(
    `台账里的个人信息超过 ${most} 项，内存里放不下，没有核对，也没有发布：请在内存更大的机器上运行（并设 NODE_OPTIONS=--max-old-space-size=8192），或按保存期限清理旧台账`,
    `the registers hold more than ${most} personal values, which do not fit into memory, so nothing was looked through or published: run on a larger machine (with NODE_OPTIONS=--max-old-space-size=8192), or clear out registers past their retention`,
  );

/** Shorter digits and Latin letters are figures and words of every page. */
const shortestLatin = 6;
/** Shorter notes and categories name nobody. */
const shortestNote = 8;

const latin = /^[\x20-\x7e]*$/;
const masks = /^[*＊×xX某\s]*$/;
const parts = /[、，,;；/|\n]+/;

/** Nearly every name and number: nothing in it to fold or to part. */
const ordinary = /^(?:[\u4e00-\u9fff]{2,24}|\d{6,24})$/;

/** A field's value as it is watched for: itself, and each of several names in one cell. */
export const watchedFor = (value: string, { identifies }: Field): string[] => {
  if (identifies && ordinary.test(value)) return [value];
  const whole = folded(value).trim();
  if (!identifies) return whole.length >= shortestNote ? [whole] : [];
  const pieces = new Set([whole, ...value.split(parts).map((part) => folded(part).trim())]);
  return [...pieces].filter(
    (piece) =>
      piece.length >= 2 && !masks.test(piece) && (!latin.test(piece) || piece.length >= shortestLatin),
  );
};

/** The text fields of an organisation that are no lists of words. */
export const fieldsOf = (
  organisation: Organisation,
  wanted: (field: Field) => boolean,
): [Register, string, Field][] =>
  registersOf(organisation).flatMap((register) =>
    Object.entries(register.fields)
      .filter(([, field]) => field.sql === "VARCHAR" && field.options === undefined && wanted(field))
      .map(([id, field]): [Register, string, Field] => [register, id, field]),
  );

/**
 * The distinct values of many fields, each with the place of its field in the list: one statement, not sixty. They come
 * a few thousand at a time: of ten million notes hardly two are the same.
 */
export async function* valuesOf(
  warehouse: Warehouse,
  fields: readonly [Register, string, Field][],
): AsyncGenerator<[string, number]> {
  const selects = fields.map(
    ([{ room, id }, field], i) =>
      `SELECT DISTINCT ${name(field)} AS value, ${i} AS field FROM ${table(room, id)} WHERE length(${name(field)}) > 1`,
  );
  if (selects.length === 0) return;
  for await (const chunk of warehouse.chunks(selects.join(" UNION ALL "))) {
    const [values = [], places = []] = chunk.getColumns();
    for (const [i, value] of values.entries()) yield [String(value), Number(places[i])];
  }
}

/**
 * What to watch for: every value of a personal text field in the warehouse, whole or cut short, in any spelling that
 * `folded` makes alike. Left out, because they name nobody or are on every page: words of a code list, masks (***),
 * single characters, digits and Latin letters below six, notes and categories below eight characters.
 *
 * A name may also be a word (高峰, 金山). It is excused where it stands with the same letters beside it in the program's
 * own words, or in a phrase that the settings call public; and, if it has two characters, where it is part of a longer
 * word (金山路) of a field that is not personal. Alone in its cell it is a name, in whatever field. Three characters and
 * more are never taken for part of a word of the registers: an enterprise named after its owner must be called public.
 * @param home the folder with package.json: where the program's words are
 * @param most values that may be watched for
 * @throws Failure where there are more, or where somebody is named whose name nothing watches for
 */
export const personalWatch = async (
  warehouse: Warehouse,
  organisation: Organisation,
  home: string,
  most = watchable(),
): Promise<Watch> => {
  await expectUnnamed(warehouse);
  const values = new Lookout<Whose>();
  const personal = fieldsOf(organisation, (field) => field.personal);
  // One for all values of a field: there may be millions.
  const whose = personal.map(([register, , field]): Whose => ({ register, field }));
  for await (const [value, i] of valuesOf(warehouse, personal)) {
    const { field } = whose[i] as Whose;
    for (const piece of watchedFor(value, field)) values.add(piece, whose[i] as Whose);
    if (values.size > most) throw tooMany(most);
  }
  return { values, excused: await excusedOf(warehouse, organisation, values, [vocabulary(home)]) };
};

/**
 * The places where watched letters mean something else, as `personalWatch` says.
 * @param words texts that name nobody
 */
export const excusedOf = async (
  warehouse: Warehouse,
  organisation: Organisation,
  values: Lookout<Whose>,
  words: readonly string[],
): Promise<Set<string>> => {
  const excused = new Set<string>();
  const own = [...words, JSON.stringify(organisation.federation), ...(organisation.publicNames ?? [])];
  for (const text of own.map(folded))
    for (const { value, at } of values.find(text)) excused.add(within(text, at, value.length));
  const open = fieldsOf(organisation, ({ personal, kind }) => !personal && kind === "text");
  for await (const [value] of valuesOf(warehouse, open)) {
    const text = folded(value);
    for (const { value: called, at } of values.find(text)) {
      const place = within(text, at, called.length);
      if (called.length === 2 && place !== `·${called}·`) excused.add(place);
    }
  }
  return excused;
};
