import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { folded } from "../lookout.ts";
import { byName } from "../order.ts";
import { type Organisation, registersOf } from "../organisation.ts";
import { type Shape, shapesIn } from "../personal.ts";
import { type Words, words } from "../words.ts";
import { Failure } from "./failure.ts";
import { meantIn, personalWatch, type Watch, type Whose } from "./personal_values.ts";
import { lookerInto } from "./published_text.ts";
import { literal, name, table } from "./sql.ts";
import type { Warehouse } from "./warehouse.ts";

/** A place in what is to be published where something personal stands. It never holds the value. */
export interface Leak {
  /** Relative to the folder that was looked through. */
  readonly file: string;
  /** Counted from 1; null where it is the file's name, or a format that nobody can look into. */
  readonly line: number | null;
  /** What it is: a register's field, or a number of a kind. */
  readonly what: Words;
  /** The cell of a register that holds the same, where one does: that is where to mend it. Of the first leak alone. */
  readonly from?: Words;
}

const shapes: Readonly<Record<Shape, Words>> = {
  residentId: words("身份证号", "an identity number"),
  mobile: words("手机号码", "a mobile number"),
  bankCard: words("银行卡号", "a bank card number"),
};

const fieldWords = ({ register, field }: Whose): Words => ({
  zh: `“${register.words.zh}”的“${field.words.zh}”`,
  en: `a value of “${field.words.en}” in “${register.words.en}”`,
});

const unreadable = words("看不出内容的文件格式", "a format that cannot be looked into");

/** What belongs to libraries: no value of a register gets there. */
const libraries = /^(?:_npm|_node|_observablehq|\.observablehq)\//;

/** Something personal in a text, and how it is written there. */
interface Seen {
  readonly text: string;
  readonly what: Words;
}

/** Everything personal in a folded text. */
const personalIn = (text: string, watch: Watch): Seen[] => {
  const seen: Seen[] = [];
  for (const { value, of } of meantIn(text, watch)) seen.push({ text: value, what: fieldWords(of) });
  for (const { shape, at, length } of shapesIn(text))
    seen.push({ text: text.slice(at, at + length), what: shapes[shape] });
  return seen;
};

type Place = Seen & Pick<Leak, "file" | "line">;

/** A line is folded by itself only where the whole text holds something. */
const placesIn = (file: string, text: string, watch: Watch): Place[] => {
  const whole = personalIn(folded(text), watch);
  if (whole.length === 0) return [];
  const lines = text
    .split("\n")
    .flatMap((line, i) => personalIn(folded(line), watch).map((seen) => ({ ...seen, file, line: i + 1 })));
  return lines.length > 0 ? lines : whole.map((seen) => ({ ...seen, file, line: null }));
};

/** What people open comes first, in Chinese before English: the first place that is found is told. */
const rank = (file: string): number =>
  file.endsWith(".arrow") ? 3 : !file.endsWith(".html") ? 2 : file.startsWith("en/") ? 1 : 0;

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/"))
    .filter((file) => !libraries.test(file))
    .sort((a, b) => rank(a) - rank(b) || byName(a, b));

/** The first cell of a field that is not personal in which a folded text stands. */
export const cellWith = async (
  warehouse: Warehouse,
  organisation: Organisation,
  text: string,
): Promise<Words | undefined> => {
  const cells = registersOf(organisation).flatMap((register) =>
    Object.entries(register.fields)
      .filter(([, { sql, personal, options }]) => sql === "VARCHAR" && !personal && options === undefined)
      .map(([id, field]) => ({ register, id, field })),
  );
  const looks = cells.map(
    ({ register, id }, i) =>
      `(SELECT ${i} AS i, _file, _line FROM ${table(register.room, register.id)} WHERE contains(lower(${name(id)}), ${literal(text)}) LIMIT 1)`,
  );
  const [row] =
    looks.length > 0 ? await warehouse.rows(`${looks.join(" UNION ALL ")} ORDER BY i LIMIT 1`) : [];
  const column = cells[Number(row?.i)]?.field.words;
  if (row === undefined || column === undefined) return undefined;
  return words(
    `${row._file} 第 ${row._line} 行“${column.zh}”栏`,
    `${row._file}, line ${row._line}, column “${column.en}”`,
  );
};

/**
 * Looks through a folder that is to be published, file names included, for the warehouse's personal values and for
 * numbers of a person's shape. Libraries' own folders, fonts, and sheets and pictures printed from the pages are passed
 * over; a file of any other format that cannot be read counts as a leak.
 * @param cellOf looks up which register's cell a folded text came from; asked about the first leak
 */
export const leaksIn = async (
  folder: string,
  watch: Watch,
  cellOf?: (text: string) => Promise<Words | undefined>,
): Promise<Leak[]> => {
  if (!existsSync(folder)) return [];
  const places: Place[] = [];
  const looker = lookerInto(folder);
  try {
    for (const file of filesIn(folder)) {
      // A name is no place to quote: it holds what must not be told.
      for (const seen of personalIn(folded(file), watch)) places.push({ ...seen, file: "…", line: null });
      const texts = looker.textsIn(path.join(folder, file));
      if (texts === undefined) places.push({ file, line: null, text: "", what: unreadable });
      else for await (const text of texts) places.push(...placesIn(file, text, watch));
    }
  } finally {
    await looker.close();
  }
  const [first, ...rest] = places.map(({ file, line, what }): Leak => ({ file, line, what }));
  if (first === undefined) return [];
  const text = places[0]?.text ?? "";
  const from = text === "" ? undefined : await cellOf?.(text);
  return [{ ...first, ...(from && { from }) }, ...rest];
};

/** Why nothing is published. Names the place and the field, never the value. */
export class Leaked extends Failure {
  override readonly exit = 1;
  readonly leaks: readonly Leak[];

  constructor(leaks: readonly Leak[]) {
    const [{ file, line, what, from }] = leaks as [Leak];
    const files = new Set(leaks.map((leak) => leak.file)).size;
    const place = words(
      `${file}${line === null ? "" : ` 第 ${line} 行`}`,
      `${file}${line === null ? "" : `, line ${line}`}`,
    );
    const more =
      leaks.length > 1
        ? words(`等 ${files} 个文件 ${leaks.length} 处`, ` (${leaks.length} places in ${files} files)`)
        : words("", "");
    super(
      from
        ? `发现个人信息，没有发布：${from.zh}写着${what.zh}，会登在 ${place.zh}${more.zh}；请改正这一栏后重新运行，确属公开名称的写进 settings.yaml 的 public_names`
        : `发现个人信息，没有发布：${place.zh}${more.zh}有${what.zh}；请查是哪份台账的文件名或哪一栏带出来的，改好后重新运行，确属公开名称的写进 settings.yaml 的 public_names`,
      from
        ? `personal data found, so nothing was published: ${from.en} holds ${what.en} and would stand in ${place.en}${more.en}; mend that column and run again, or put a name that is public into public_names in settings.yaml`
        : `personal data found, so nothing was published: ${place.en}${more.en} holds ${what.en}; find the file name or the column it came from, mend it and run again, or put a name that is public into public_names in settings.yaml`,
    );
    this.leaks = leaks;
  }
}

/**
 * For whatever is about to leave: a site, a release, an export. Call it on the finished folder before it is moved into
 * place, so that what was published before stays whole.
 * @param warehouse the one that the folder was made from
 * @param home the folder with package.json
 * @param folder everything in it is looked through
 * @throws Leaked when something personal is in it
 */
export const assertNoPersonal = async (
  warehouse: Warehouse,
  organisation: Organisation,
  home: string,
  folder: string,
): Promise<void> => {
  const watch = await personalWatch(warehouse, organisation, home);
  const leaks = await leaksIn(folder, watch, (text) => cellWith(warehouse, organisation, text));
  if (leaks.length > 0) throw new Leaked(leaks);
};
