import { numeralCharacters } from "./chinese_numeral.ts";
import { halfWidth, isBlank } from "./text.ts";

/** Said of amounts over which several units stand, or another currency: nobody can tell what a number there means. */
export const unclear = "单位不明";

/** An amount marked so: `readMoney` refuses it as unclear. */
export const asUnclear = (text: string): string => `${text.trimEnd()}（${unclear}）`;

/** A unit that a header or a sheet states for its amounts. */
export type MoneyUnit = "元" | "千元" | "万元" | "百万元" | "亿元" | typeof unclear;

/** Words and signs of currencies that are not yuan. */
export const foreign = /[$€£₩]|[美欧日澳加港]元|美金|[港日欧]币|英镑|usd|eur|hkd|jpy/i;

/** The same where a header names its unit: at the beginning of a piece of it, or behind 额; within a word (增加元, 节日元旦) it is none. */
const foreignUnit = new RegExp(`(?:^|[额款费]|\\s)(?:[千万亿]|百万)?(?:${foreign.source})`, "i");

const stated = /^(?:人民币|RMB|¥)?(?:(千|万|百万|亿)元?|元|¥)(?:\/.{1,4})?$/i;
const closing = /(?:额|款|费|\s)(千|万|百万|亿)?元$|(千|万|百万|亿)元$/;
/** Units side by side, of which any may be meant: 元/万元. */
const several = /^(?:[千万亿]|百万)?元(?:\/(?:[千万亿]|百万)?元)+$/;
const statesUnit = /[元圆圓角分万萬亿億]/;
const someNumber = new RegExp(`[\\d${numeralCharacters}]`);

const named = (scale: string | undefined): MoneyUnit => `${scale ?? ""}元` as MoneyUnit;

/**
 * Finds the unit of money in the words of a header or a note: 确认金额（万元）, 单位：万元, 挽回金额\n万元.
 * @returns undefined where none is stated, `unclear` where several are that differ, or another currency
 */
export const findMoneyUnit = (words: string): MoneyUnit | undefined => {
  const text = halfWidth(words.slice(0, 200))
    .replace(/萬/g, "万")
    .replace(/億/g, "亿")
    .replace(/[圆圓]/g, "元");
  const found = new Set<MoneyUnit>();
  if (text.includes(unclear)) return unclear;
  const pieces = text.split(/[()[\]【】〔〕:、,;_]|单位为?|币种/).map((piece) => piece.trim());
  if (pieces.some((piece) => foreignUnit.test(piece))) return unclear;
  for (const piece of pieces.flatMap((one) => (several.test(one) ? one.split("/") : [one]))) {
    const unit = stated.exec(piece);
    if (unit) found.add(named(unit[1]));
  }
  const last = found.size === 0 ? closing.exec(text) : null;
  if (last) found.add(named(last[1] ?? last[2]));
  return found.size > 1 ? unclear : [...found][0];
};

/**
 * Appends the unit that a header or sheet states, unless the cell is blank, is no number or states a unit itself.
 * Where it cannot be told whether a cell's 千 or 百 already is a unit, the other one follows in brackets, which
 * `readMoney` refuses as unclear. ¥ names the currency, not a unit.
 */
export const withUnit = (text: string, unit: MoneyUnit | undefined): string => {
  if (
    unit === undefined ||
    text.endsWith(`（${unclear}）`) ||
    isBlank(text) ||
    statesUnit.test(text) ||
    !someNumber.test(halfWidth(text))
  )
    return text;
  if (unit === unclear) return asUnclear(text);
  if (!/[十拾百佰千仟]/.test(text)) return `${text.trimEnd()}${unit}`;
  return unit === "元" ? text : `${text.trimEnd()}（${unit}）`;
};
