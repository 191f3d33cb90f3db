import { gb18030 } from "../../pipelines/demo/gb18030.ts";
import { serialOf } from "./calendar.ts";
import type { Chance } from "./chance.ts";
import { type Column, type FormId, formOf } from "./forms.ts";

/** What a cell says: a day, fen, a number, yes or no, words; empty; or signs put down as they are. */
export type Value = string | number | bigint | boolean | null | { readonly raw: string };
export type Row = Readonly<Record<string, Value>>;

/** A file before it is written down. */
export interface Sheet {
  readonly form: FormId;
  /** Decides the order in which files speak, where they state no day. */
  readonly name: string;
  readonly rows: readonly Row[];
  readonly unit?: string;
  readonly period?: string;
  readonly filed?: string;
}

const fullWidth = (text: string): string =>
  text.replace(/[0-9.,]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

const dayWays: ((day: string) => string)[] = [
  (d) => d,
  (d) => d,
  (d) => d.split("-").map(Number).join("/"),
  (d) => d.split("-").map(Number).join("."),
  (d) => d.replace(/-/g, ""),
  (d) => d.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, "$1年$2月$3日"),
  (d) => `${d.split("-").map(Number).join("-")} 0:00`,
  (d) => `${d} 09:30:00`,
  (d) => String(serialOf(d)),
  (d) => ` ${fullWidth(d)} `,
];

/** Exact decimals of fen over a power of ten. */
const decimals = (fen: bigint, power: number): string => {
  const digits = String(fen < 0n ? -fen : fen).padStart(power + 1, "0");
  const tail = digits.slice(-power).replace(/0+$/, "");
  return `${fen < 0n ? "-" : ""}${digits.slice(0, -power)}${tail && `.${tail}`}`;
};
const grouped = (plain: string): string => {
  const [whole = "", tail] = plain.split(".");
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (tail ? `.${tail}` : "");
};
const numerals = "零壹贰叁肆伍陆柒捌玖";

const writeMoney = (fen: bigint, chance: Chance, tenThousands: boolean): string => {
  const million = fen % 1_000_000n === 0n && fen >= 1_000_000n && fen < 10_000_000n;
  if (million && chance.yes(0.2)) return `${numerals[Number(fen / 1_000_000n)]}万元整`;
  if (fen > 0n && chance.yes(0.1)) return `${decimals(fen, 6)}万元`;
  if (fen > 0n && fen % 100_000_000n === 0n && chance.yes(0.3)) return `${fen / 1_000_000n}余万元`;
  // Where the sheet counts in 万元, a bare figure means that.
  if (tenThousands) return decimals(fen, 6);
  const yuan = decimals(fen, 2);
  const ways = [yuan, yuan, grouped(yuan), `￥${grouped(yuan)}`, `${yuan}元`, fullWidth(grouped(yuan))];
  return chance.from(fen < 0n ? [yuan] : ways);
};

const yeses = ["是", "是", "√", "有", "Y"];
const noes = ["否", "否", "不是", "N"];

const writeCell = (
  { kind, needed, words = {} }: Column,
  value: Value,
  chance: Chance,
  tenThousands: boolean,
): string => {
  if (value === null) return needed || kind === "yesNo" ? "" : chance.from(["", "", "—"]);
  if (typeof value === "object") return value.raw;
  if (kind === "day") return chance.from(dayWays)(String(value));
  if (kind === "money") return writeMoney(BigInt(value as bigint), chance, tenThousands);
  if (kind === "yesNo") return chance.from(value ? yeses : noes);
  if (kind === "word") return chance.from([String(value), String(value), ...(words[String(value)] ?? [])]);
  if (kind === "count") return chance.yes(0.1) ? fullWidth(String(value)) : String(value);
  return String(value);
};

const quoted = (cell: string, separator: string): string =>
  /["\r\n]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell;

const encoded = (text: string, chance: Chance): Uint8Array => {
  const way = chance.from(["utf8", "utf8", "gb18030", "bom", "utf16le"]);
  if (way === "gb18030") return gb18030(text);
  if (way === "utf16le") return Buffer.from(`\ufeff${text}`, "utf16le");
  return Buffer.from(way === "bom" ? `\ufeff${text}` : text, "utf8");
};

/** Writes a sheet down the way one member of staff would. */
export const written = ({ form, rows, unit, period, filed }: Sheet, chance: Chance): Uint8Array => {
  const { title, columns } = formOf(form);
  const separator = chance.from([",", ",", ",", "\t"]);
  const end = chance.from(["\n", "\r\n"]);
  const used = Object.entries(columns).filter(
    ([id, { needed }]) =>
      // A list of visits says whom and who, if in no other way then by code.
      needed ||
      ["enterprise", "cadre"].includes(id) ||
      rows.some((row) => row[id] != null) ||
      chance.yes(0.5),
  );
  const placed = chance.yes(0.5) ? chance.shuffled(used) : used;
  const wholeSheet = placed.some(([, c]) => c.kind === "money") && chance.yes(0.25);
  const inTens = new Map(
    placed.map(([id, c]) => [id, c.kind === "money" && (wholeSheet || chance.yes(0.25))] as const),
  );
  const numbered = chance.yes(0.4);
  const line = (cells: readonly string[]): string =>
    cells.map((cell) => quoted(cell, separator)).join(separator);
  const padded = (cell: string): string => line([cell, ...placed.slice(numbered ? 0 : 1).map(() => "")]);
  const said = [
    ...(chance.yes(0.4) ? [`小城市${title}`] : []),
    ...(unit === undefined ? [] : [`填报单位：${unit}`]),
    ...(period === undefined ? [] : [`期别：${period}`]),
    ...(filed === undefined ? [] : [`填报日期：${chance.from(dayWays.slice(0, 6))(filed)}`]),
    ...(wholeSheet ? ["单位：万元"] : []),
  ];
  const heads = placed.map(([id, c]) => {
    const name = chance.from(c.names);
    return inTens.get(id) && !wholeSheet ? `${name}（万元）` : name;
  });
  const lines = [
    ...said.map(padded),
    line([...(numbered ? ["序号"] : []), ...heads]),
    ...rows.flatMap((row, i) => [
      line([
        ...(numbered ? [String(i + 1)] : []),
        ...placed.map(([id, c]) => writeCell(c, row[id] ?? null, chance, inTens.get(id) ?? false)),
      ]),
      ...(chance.yes(0.03) ? [line([...(numbered ? [""] : []), ...placed.map(() => "")])] : []),
    ]),
    ...(rows.length > 0 && chance.yes(0.25) ? [padded("合  计")] : []),
    ...(chance.yes(0.2) ? [padded("填表人：令狐甲")] : []),
  ];
  return encoded(lines.join(end) + (chance.yes(0.8) ? end : ""), chance);
};
