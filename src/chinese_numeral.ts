import Big from "big.js";
import { readDecimal } from "./decimal.ts";

const figures = "〇一二三四五六七八九";
/** Each everyday character → the others that mean the same: capitals, traditional forms, round zeros. */
const variants: readonly (readonly [string, string])[] = [
  ["〇", "零○"],
  ["一", "壹弌"],
  ["二", "贰貳弍两兩"],
  ["三", "叁參叄弎"],
  ["四", "肆"],
  ["五", "伍"],
  ["六", "陆陸"],
  ["七", "柒"],
  ["八", "捌"],
  ["九", "玖"],
  ["十", "拾"],
  ["百", "佰"],
  ["千", "仟"],
  ["万", "萬"],
  ["亿", "億"],
  ["二十", "廿"],
  ["三十", "卅"],
];
const everyday = new Map(
  variants.flatMap(([word, others]) => [...others].map((c): [string, string] => [c, word])),
);
const units: readonly (readonly [string, number])[] = [
  ["亿", 1e8],
  ["万", 1e4],
  ["千", 1e3],
  ["百", 100],
  ["十", 10],
];
const positional = new RegExp(`^[${figures}]{1,20}$`);

/** Characters of a Chinese numeral, for use inside a class of a regular expression. */
export const numeralCharacters = [...figures, ...units.map(([unit]) => unit), ...everyday.keys()].join("");

const figureOrDecimal = (text: string): Big | undefined => {
  if (text.length === 1 && figures.includes(text)) return new Big(figures.indexOf(text));
  const value = readDecimal(text);
  return value instanceof Big ? value : undefined;
};

const parsed = (text: string, colloquial: boolean): Big | undefined => {
  const [unit, size] = units.find(([character]) => text.includes(character)) ?? [];
  if (unit === undefined || size === undefined) return figureOrDecimal(text);

  const [before = "", after = "", ...more] = text.split(unit);
  const implied = before === "" && unit === "十" ? new Big(1) : undefined;
  const times = implied ?? (size >= 1e4 ? parsed(before, false) : figureOrDecimal(before));
  if (!times || more.length > 0) return undefined;
  const amount = times.times(size);
  if (after === "") return amount;
  if (before.includes(".")) return undefined;

  const rest = parsed(after.replace(/^〇(?=.)/, ""), colloquial);
  if (!rest?.lt(size)) return undefined;
  if (after.length > 1 || size === 10) return amount.plus(rest);
  return colloquial ? amount.plus(rest.times(size).div(10)) : undefined;
};

/**
 * Reads a number written with Chinese numerals, or with digits before Chinese units: 二〇一九, 壹万伍仟,
 * 两百零三, 廿五, 3.4万, 1亿2千万, 3万5.
 * @param colloquial whether a last single figure counts the next lower unit: 3万5 is 35000. Otherwise it is not read.
 * @returns the exact value, or undefined where the text is not a well-formed number
 */
export const readNumeral = (text: string, colloquial = true): Big | undefined => {
  if (text.length > 40) return undefined;
  const plain = text.replace(/[^\d]/g, (character) => everyday.get(character) ?? character);
  return positional.test(plain)
    ? new Big([...plain].map((character) => figures.indexOf(character)).join(""))
    : parsed(plain, colloquial);
};
