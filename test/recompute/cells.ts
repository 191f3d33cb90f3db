import { dayOf, dayOfSerial, exists } from "./calendar.ts";
import type { Column } from "./forms.ts";

/** What a cell was read as. `undefined` is a cell that cannot be read. */
export type Read = string | bigint | number | boolean | null | undefined;

const plain = (text: string): string =>
  text.replace(/[０-９．，：]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).trim();

const isEmpty = (text: string): boolean => ["", "—", "-", "/"].includes(text.trim());

const readDay = (cell: string): string | undefined => {
  const text = plain(cell).replace(/ \d{1,2}:\d{2}(:\d{2})?$/, "");
  const parts =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text) ??
    /^(\d{4})(年)(\d{1,2})月(\d{1,2})日$/.exec(text) ??
    /^(\d{4})()(\d{2})(\d{2})$/.exec(text);
  if (parts) {
    const [year, month, day] = [parts[1], parts[3], parts[4]].map(Number) as [number, number, number];
    return exists(year, month, day) ? dayOf(year, month, day) : undefined;
  }
  const serial = /^\d{5}$/.test(text) ? Number(text) : 0;
  return serial >= 36526 && serial <= 73050 ? dayOfSerial(serial) : undefined;
};

/** Fen out of decimals of a unit that holds so many powers of ten of fen. */
const fenOf = (decimal: string, power: number): bigint | undefined => {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal.replace(/,(?=\d{3})/g, ""));
  const tail = parts?.[3] ?? "";
  if (!parts || tail.length > power) return undefined;
  const fen = BigInt((parts[2] ?? "") + tail.padEnd(power, "0"));
  return parts[1] === "-" ? -fen : fen;
};

/** @param tenThousands the header or the sheet says that bare figures are 万元 */
const readMoney = (cell: string, tenThousands: boolean): bigint | undefined => {
  const text = plain(cell).replace(/^[￥¥]/, "");
  const capital = "零壹贰叁肆伍陆柒捌玖".indexOf(/^(.)万元整$/.exec(text)?.[1] ?? "-");
  if (capital > 0) return BigInt(capital) * 1_000_000n;
  const own = /^(.+?)(余?万元|元)$/.exec(text);
  if (!own) return fenOf(text, tenThousands ? 6 : 2);
  return fenOf(own[1] ?? "", own[2] === "元" ? 2 : 6);
};

const readYesNo = (cell: string): boolean | undefined => {
  const text = cell.trim();
  if (["是", "√", "有", "Y"].includes(text)) return true;
  return ["否", "不是", "N"].includes(text) ? false : undefined;
};

const readWord = (cell: string, words: Column["words"] = {}): string | undefined =>
  Object.entries(words).find(([word, others]) => [word, ...others].includes(cell.trim()))?.[0];

/** Reads one cell as its column would have it; null where it is empty and may be. */
export const readCell = ({ kind, needed, words }: Column, cell: string, tenThousands: boolean): Read => {
  if (isEmpty(cell)) return needed ? undefined : null;
  if (kind === "day") return readDay(cell);
  if (kind === "money") return readMoney(cell, tenThousands);
  if (kind === "yesNo") return readYesNo(cell);
  if (kind === "word") return readWord(cell, words);
  if (kind === "count") return /^\d+$/.test(plain(cell)) ? Number(plain(cell)) : undefined;
  return cell.trim();
};

/** 填报日期 or 期别 above a table. */
export const readNote = (cells: readonly string[], name: string): string | undefined =>
  cells
    .map((cell) => new RegExp(`^${name}：(.+)$`).exec(cell.trim())?.[1])
    .find((found) => found !== undefined);

export const readFiled = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : readDay(text);
