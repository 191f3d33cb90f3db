import Big from "big.js";
import { splitBound } from "./bound.ts";
import { asWritten, type Canonical } from "./canonical.ts";
import { readNumeral } from "./chinese_numeral.ts";
import { readDecimal } from "./decimal.ts";
import { type Reading, unread } from "./reason.ts";
import { closedUp, halfWidth } from "./text.ts";

const wholeNumber = /^(?:0|[1-9]\d{0,14})$/;
const mark = /^(?:0|[1-9]\d{0,14})(?:\.\d?[1-9])?$/;
const countingWord = /(?:人次|家次|批次|课次|[人家户件起批个名位次节课场期班类项条份张单天岁村站])$/;
/** Both kinds of number are kept to fifteen digits, more than anything that is counted. */
const ceiling = new Big("1e15");

const cleaned = (text: string): string => closedUp(halfWidth(text)).replace(/^['‘’]/, "");
const numberIn = (text: string) => readDecimal(text) ?? readNumeral(text);

/**
 * Reads a whole number of things, a counting word tolerated: 12, 1,234, １２人, 12.0, 十二, 1.2万.
 * @returns its digits without leading zeros
 */
export const readCount = (text: string): Reading => {
  if (wholeNumber.test(text)) return text;
  if (text.length > 64) return unread("count.unreadable", text);
  const written = cleaned(text).replace(countingWord, "");
  if (/^[-−–负]\d/.test(written)) return unread("count.negative", text);
  if (splitBound(written)?.bound !== "") return unread("count.about", text);
  if (/^\d+\.0{3,}$/.test(written)) return unread("number.grouping", text);
  const value = numberIn(written);
  if (!(value instanceof Big)) return unread(value ?? "count.unreadable", text);
  if (!value.round(0, 0).eq(value)) return unread("count.whole", text);
  return value.lt(ceiling) ? value.toFixed(0) : unread("count.large", text);
};

/**
 * Reads a mark, 分 tolerated: 95.5, ９５分, 九十五分.
 * @returns decimal text, at most two decimals, without zeros at the end
 */
export const readScore = (text: string): Reading => {
  if (mark.test(text)) return text;
  if (text.length > 64) return unread("score.unreadable", text);
  const written = cleaned(text).replace(/分$/, "");
  if (/[%‰]|百分之/.test(written)) return unread("score.percent", text);
  const value = numberIn(written);
  if (!(value instanceof Big)) return unread(value ?? "score.unreadable", text);
  if (!value.round(2, 0).eq(value)) return unread("score.decimals", text);
  return value.lt(ceiling) ? value.toFixed() : unread("score.unreadable", text);
};

/**
 * Reads a number whose unit stands elsewhere: 95.5, 1,770, 二十.
 * @returns decimal text, at most four decimals, without zeros at the end
 */
export const readQuantity = (text: string): Reading => {
  if (mark.test(text)) return text;
  if (text.length > 64) return unread("quantity.unreadable", text);
  const value = numberIn(cleaned(text));
  if (!(value instanceof Big)) return unread(value ?? "quantity.unreadable", text);
  if (!value.round(4, 0).eq(value)) return unread("quantity.decimals", text);
  return value.gte(0) && value.lt(ceiling) ? value.toFixed() : unread("quantity.unreadable", text);
};

/** Digits without leading zeros. */
export const canonicalCount: Canonical = asWritten("0|[1-9][0-9]{0,14}");
/** The same with at most two decimals, the last of them no zero: marks and quantities. */
export const canonicalMark: Canonical = asWritten("(?:0|[1-9][0-9]{0,14})(?:[.][0-9]?[1-9])?");
