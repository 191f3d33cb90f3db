import Big from "big.js";
import { splitBound } from "./bound.ts";
import { type Canonical, fits } from "./canonical.ts";
import { numeralCharacters, readNumeral } from "./chinese_numeral.ts";
import { isScientific, readDecimal } from "./decimal.ts";
import { foreign, type MoneyUnit, unclear } from "./money_unit.ts";
import { type Reading, type ReasonCode, unread } from "./reason.ts";
import { closedUp, halfWidth } from "./text.ts";

export { findMoneyUnit, type MoneyUnit, withUnit } from "./money_unit.ts";

const canonical = /^[≥<≈]?(?:0|[1-9]\d{0,15})\.\d\d$/;
const wholeYuan = /^(?:0|[1-9]\d{0,15})$/;
const currency = new RegExp(
  `^([^d${numeralCharacters}]{0,4}?)(?:人民币|rmb|cny|¥){1,2}:?|(?:人民币|rmb|cny)$`,
  "gi",
);
const minus = /^(?:[-−–]|负)/;
const figure = "[0-9零〇○一二三四五六七八九两壹贰叁肆伍陆柒捌玖]";
const parts = new RegExp(`^(?:(.+)元)?(?:零?(${figure})角)?(?:零?(${figure})分)?$`);
/** DECIMAL(18,2) keeps sixteen digits before the point. */
const ceiling = new Big("1e16");

const yuanOf = (text: string, colloquial: boolean): Big | ReasonCode => {
  const leading = readDecimal(/^[\d., ]*/.exec(text)?.[0] ?? "");
  if (typeof leading === "string") return leading;
  return readDecimal(text) ?? readNumeral(text, colloquial) ?? "money.unreadable";
};

const amountOf = (text: string): Big | ReasonCode => {
  if (!/[元角分]/.test(text)) return yuanOf(text, true);
  const match = parts.exec(text);
  if (!match) return "money.unreadable";
  const [, whole, jiao, fen] = match;
  const yuan = whole === undefined ? new Big(0) : yuanOf(whole, false);
  if (!(yuan instanceof Big) || (jiao === undefined && fen === undefined)) return yuan;
  if (!yuan.round(0, 0).eq(yuan)) return "money.unreadable";
  const coins = [jiao, fen].map((n) => (n === undefined ? new Big(0) : yuanOf(n, false)));
  const [tenths, hundredths] = coins;
  if (!(tenths instanceof Big) || !(hundredths instanceof Big)) return "money.unreadable";
  return yuan.plus(tenths.div(10)).plus(hundredths.div(100));
};

const readWritten = (text: string): Reading => {
  const refused = (reason: ReasonCode): Reading => unread(reason, text);
  let rest = closedUp(halfWidth(text))
    .replace(/^['‘’]/, "")
    .replace(/[圆圓]/g, "元")
    .replace(/[整正]$/, "");
  if (rest.endsWith(`(${unclear})`)) return unread("money.unit", text.slice(0, -unclear.length - 2));
  if (isScientific(rest)) return refused("number.scientific");
  if (foreign.test(rest)) return refused("money.currency");

  const unit = /^(.+)\(([百千万亿]{0,2}元)\)$/.exec(rest);
  if (unit) {
    if (/[十拾百佰千仟万萬亿億元]/.test(unit[1] as string)) return refused("money.unit");
    rest = `${unit[1]}${unit[2]}`;
  }

  const parted = splitBound(rest.replace(currency, "$1"));
  if (!parted) return refused("money.unreadable");
  const signed = parted.rest.replace(/^\(([^()]+)\)([百千万亿]{0,2}元?)$/, "-$1$2");
  const negative = minus.test(signed);
  const amount = amountOf(signed.replace(negative ? minus : /^\+/, ""));
  if (!(amount instanceof Big)) return refused(amount);
  if (negative && parted.bound !== "") return refused("money.unreadable");
  if (!amount.round(2, 0).eq(amount)) return refused("money.fen");
  if (amount.gte(ceiling)) return refused("money.large");
  return `${parted.bound}${negative && amount.gt(0) ? "-" : ""}${amount.toFixed(2)}`;
};

/**
 * Reads an amount of money, in yuan where the text names no other unit.
 * @returns exact decimal yuan with two decimals, e.g. `12345.60`, `-1234.50`; a leading ≥, < or ≈ keeps the bound
 *   of 余, 近 or 约. Brackets are the accountant's minus.
 */
export const readMoney = (text: string): Reading => {
  if (canonical.test(text)) return text;
  if (wholeYuan.test(text)) return `${text}.00`;
  return text.length > 64 ? unread("money.unreadable", text) : readWritten(text);
};

const factors: Readonly<Record<MoneyUnit, number>> = {
  元: 1,
  千元: 1000,
  万元: 10_000,
  百万元: 1_000_000,
  亿元: 100_000_000,
  [unclear]: 1,
};

/** Digits, with two decimals or none, and nothing where the unit is unclear; where the column states a unit, whole numbers of it, or in 万元 down to a yuan. */
export const canonicalMoney: Canonical = {
  when: (cell, unit = "元") => {
    if (unit === unclear) return "false";
    if (unit === "元") return fits(cell, "(?:0|[1-9][0-9]{0,14})(?:[.][0-9]{2})?");
    return fits(cell, unit === "万元" ? "(?:0|[1-9][0-9]{0,9})(?:[.][0-9]{1,4})?" : "0|[1-9][0-9]{0,6}");
  },
  value: (cell, unit = "元") =>
    unit === "元"
      ? `CASE WHEN contains(${cell}, '.') THEN ${cell} ELSE ${cell} || '.00' END`
      : `CAST(TRY_CAST(TRY_CAST(${cell} AS DECIMAL(24,4)) * ${factors[unit]} AS DECIMAL(18,2)) AS VARCHAR)`,
  words: false,
};
