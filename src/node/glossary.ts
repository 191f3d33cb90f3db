import { type Organisation, tablesOf } from "../organisation.ts";
import type { Register } from "../register.ts";
import { type Words, words } from "../words.ts";
import { ledgerWords } from "./ledger_words.ts";
import { statementsOf } from "./model.ts";
import { type ModelWords, modelWords } from "./model_words.ts";

/** A table in words: what a row is, and what each column holds. */
export interface Entry {
  readonly words?: Words;
  readonly columns: ReadonlyMap<string, Words>;
}

/** `room.table` → its words. */
export type Glossary = ReadonlyMap<string, Entry>;

/** What a column of this name holds in every table that the engine or a convention of models gives it. */
const everywhere: readonly (readonly [string, Words])[] = [
  ["_file", words("来自哪份文件", "file that the row came from")],
  ["_line", words("在文件中的行号", "its line in that file")],
  ["quarter", words("季度，写作 2018Q4", "quarter of the reporting year, written 2018Q4")],
  ["month", words("月份，写作 2018-12", "month, written 2018-12")],
];

const bound = (of: Words): Words =>
  words(
    `${of.zh}是否约数：≥ 余、多，< 近，≈ 约；空为准数`,
    `whether ${of.en} is a bound: ≥, < or ≈; empty where it is exact`,
  );

const told = (said: Words, { kind, personal }: Register["fields"][string]): Words => {
  const unit = kind === "money" ? words("（元）", " (yuan)") : words("", "");
  const closed = personal
    ? words("；个人信息，不出数据仓库", "; personal, never leaves the warehouse")
    : unit;
  return words(`${said.zh}${closed.zh}`, `${said.en}${closed.en}`);
};

const registerEntry = ({ words: name, grain, fields, key }: Register): Entry => {
  const named = (lang: "zh" | "en") => key.map((id) => fields[id]?.words[lang] ?? id);
  return {
    words: words(
      `${name.zh}：每行${grain.zh}；主键 ${named("zh").join("、")}`,
      `${name.en}: ${grain.en} a row; key ${named("en").join(", ")}`,
    ),
    columns: new Map([
      ...everywhere,
      ...Object.entries(fields).flatMap(([id, field]): [string, Words][] => [
        [id, told(field.words, field)],
        ...(field.kind === "money" ? [[`${id}_bound`, bound(field.words)] as [string, Words]] : []),
      ]),
    ]),
  };
};

const labelled: readonly (readonly [string, Words])[] = [
  ["value", words("代码", "the code")],
  ["zh", words("中文名称", "its name in Chinese")],
  ["en", words("英文名称；没有的用中文", "its name in English, or in Chinese where there is none")],
  ["quarter", words("名称在哪个季度有效；空为一直有效", "quarter in which the name holds; empty: always")],
  ["x", words("经度（WGS84，度）", "degrees east (WGS84)")],
  ["y", words("纬度（WGS84，度）", "degrees north (WGS84)")],
];

/** Models that axes take names and places from. */
const axisModels = ({ rooms }: Organisation): Set<string> =>
  new Set(
    rooms.flatMap(({ dimensions = [] }) =>
      dimensions.flatMap(({ labels, places }) => [labels ?? [], places ?? []].flat()),
    ),
  );

/** Words of columns that all tables a statement names agree on: where two differ, the model must say which it is. */
const inherited = (sql: string, known: Glossary): Map<string, Words> => {
  const found = new Map<string, Words | null>();
  for (const one of new Set(sql.match(/\b\w+\.\w+\b/g) ?? []))
    for (const [id, said] of known.get(one)?.columns ?? []) {
      const other = found.get(id);
      if (other === undefined) found.set(id, said);
      else if (other !== null && (other.zh !== said.zh || other.en !== said.en)) found.set(id, null);
    }
  return new Map([...found].flatMap(([id, said]): [string, Words][] => (said === null ? [] : [[id, said]])));
};

const modelEntry = ({ grain, columns, sql }: ModelWords, known: Glossary, axis: boolean): Entry => ({
  ...(grain && { words: grain }),
  columns: new Map([...inherited(sql, known), ...everywhere, ...(axis ? labelled : []), ...columns]),
});

/**
 * The words of every table of the warehouse: registers say theirs themselves, models in comments of model.sql. A
 * model's column that says nothing has the words of the tables that it is made from.
 * @param rooms folder with a folder per room, where model.sql stands
 */
export const glossaryOf = (organisation: Organisation, rooms: string): Glossary => {
  const known = new Map<string, Entry>(ledgerWords);
  for (const register of tablesOf(organisation))
    known.set(`${register.room}.${register.id}`, registerEntry(register));
  const axes = axisModels(organisation);
  for (const room of organisation.rooms)
    for (const one of modelWords(statementsOf(room, rooms)))
      known.set(one.model, modelEntry(one, known, axes.has(one.model)));
  return known;
};
