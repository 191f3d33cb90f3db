import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { folded, within } from "../lookout.ts";
import type { Organisation } from "../organisation.ts";
import { type Shape, shapesIn } from "../personal.ts";
import { type Words, words } from "../words.ts";
import { Failure } from "./failure.ts";
import { personalWatch, type Watch, type Whose } from "./personal_values.ts";
import { publishedText } from "./published_text.ts";
import type { Warehouse } from "./warehouse.ts";

/** A place in what is to be published where something personal stands. It never holds the value. */
export interface Leak {
  /** Relative to the folder that was looked through. */
  readonly file: string;
  /** Counted from 1; null where it is the file's name, or a format that nobody can look into. */
  readonly line: number | null;
  /** What it is: a register's field, or a number of a kind. */
  readonly what: Words;
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

/** Places at which something personal stands in a text, in the order of the text. */
export const personalIn = (text: string, { values, excused }: Watch): { at: number; what: Words }[] => {
  const found: { at: number; what: Words }[] = [];
  for (const { value, of, at } of values.find(text))
    if (!excused.has(within(text, at, value.length))) found.push({ at, what: fieldWords(of) });
  for (const { shape, at } of shapesIn(text)) found.push({ at, what: shapes[shape] });
  return found.sort((a, b) => a.at - b.at);
};

/** Lines fold away when texts are compared, so each is compared by itself, and then the whole. */
const placesIn = (file: string, text: string, watch: Watch): Leak[] => {
  const whole = personalIn(folded(text), watch);
  if (whole.length === 0) return [];
  const lines = text
    .split("\n")
    .flatMap((line, i) => personalIn(folded(line), watch).map(({ what }) => ({ file, line: i + 1, what })));
  return lines.length > 0 ? lines : whole.map(({ what }) => ({ file, line: null, what }));
};

/**
 * Looks through a folder that is to be published, file names included, for the warehouse's personal values and for
 * numbers of a person's shape. Libraries' own folders, fonts, and sheets and pictures printed from the pages are passed
 * over; a file of any other format that cannot be read counts as a leak.
 */
export const leaksIn = async (folder: string, watch: Watch): Promise<Leak[]> => {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/"))
    .filter((file) => !libraries.test(file))
    .sort();
  const leaks: Leak[] = [];
  for (const file of files) {
    for (const { what } of personalIn(folded(file), watch)) leaks.push({ file: "…", line: null, what });
    const text = await publishedText(path.join(folder, file));
    if (text === undefined) leaks.push({ file, line: null, what: unreadable });
    else leaks.push(...placesIn(file, text, watch));
  }
  return leaks;
};

/** Why nothing is published. Names the place and the field, never the value. */
export class Leaked extends Failure {
  override readonly exit = 1;
  readonly leaks: readonly Leak[];

  constructor(leaks: readonly Leak[]) {
    const [{ file, line, what }] = leaks as [Leak];
    const files = new Set(leaks.map((leak) => leak.file)).size;
    super(
      `发现个人信息，没有发布：${file}${line === null ? "" : ` 第 ${line} 行`}有${what.zh}${leaks.length > 1 ? `（${files} 个文件，共 ${leaks.length} 处）` : ""}；请查是哪份台账的哪一栏带出来的，改好后重新运行；确属公开名称的，写进 settings.yaml 的 public_names`,
      `personal data found, so nothing was published: ${file}${line === null ? "" : `, line ${line}`} holds ${what.en}${leaks.length > 1 ? ` (${leaks.length} places in ${files} files)` : ""}; find the register's column it came from, mend it and run again; a name that is public goes into public_names in settings.yaml`,
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
  const leaks = await leaksIn(folder, await personalWatch(warehouse, organisation, home));
  if (leaks.length > 0) throw new Leaked(leaks);
};
