import { numeralCharacters } from "./chinese_numeral.ts";
import { halfWidth, isBlank } from "./text.ts";

/** A unit that a header or a sheet states for its amounts. */
export type MoneyUnit = "元" | "千元" | "万元" | "百万元" | "亿元";

const stated = /^(?:人民币|RMB|¥)?(?:(千|万|百万|亿)元?|元|¥)(?:\/.{1,4})?$/i;
const closing = /(?:额|款|费|\s)(千|万|百万|亿)?元$|(千|万|百万|亿)元$/;
const statesUnit = /[元圆圓角分万萬亿億]/;
const someNumber = new RegExp(`[\\d${numeralCharacters}]`);

const named = (scale: string | undefined): MoneyUnit => `${scale ?? ""}元` as MoneyUnit;

/**
 * Finds the unit of money in the words of a header or a note: 确认金额（万元）, 单位：万元, 挽回金额\n万元.
 * @returns undefined where none is stated, or several that differ
 */
export const findMoneyUnit = (words: string): MoneyUnit | undefined => {
  const text = halfWidth(words.slice(0, 200))
    .replace(/萬/g, "万")
    .replace(/億/g, "亿")
    .replace(/[圆圓]/g, "元");
  const found = new Set<MoneyUnit>();
  for (const piece of text.split(/[()[\]【】〔〕:、,;_]|单位为?|币种/)) {
    const unit = stated.exec(piece.trim());
    if (unit) found.add(named(unit[1]));
  }
  const last = found.size === 0 ? closing.exec(text) : null;
  if (last) found.add(named(last[1] ?? last[2]));
  return found.size === 1 ? [...found][0] : undefined;
};

/**
 * Appends the unit that a header or sheet states, unless the cell is blank, is no number or states a unit itself.
 * Where it cannot be told whether a cell's 千 or 百 already is a unit, the other one follows in brackets, which
 * `readMoney` refuses as unclear. ¥ names the currency, not a unit.
 */
export const withUnit = (text: string, unit: MoneyUnit | undefined): string => {
  if (unit === undefined || isBlank(text) || statesUnit.test(text) || !someNumber.test(halfWidth(text)))
    return text;
  if (!/[十拾百佰千仟]/.test(text)) return `${text.trimEnd()}${unit}`;
  return unit === "元" ? text : `${text.trimEnd()}（${unit}）`;
};
