import { dayOfSerial, daysInMonth, isoDay, isoMonth } from "./calendar.ts";
import { asWritten, type Canonical } from "./canonical.ts";
import { readNumeral } from "./chinese_numeral.ts";
import { type Reading, unread } from "./reason.ts";
import { closedUp, halfWidth } from "./text.ts";

const isoForm = /^\d{4}-\d{2}-\d{2}$/;
const weekday = /\(? ?(?:星期|周|礼拜)[一二三四五六日天] ?\)?/;
const numeral = /[〇○零一二三四五六七八九十廿卅]{1,12}/g;
const clock =
  /([ T日号]) ?(?:上午|下午|凌晨|早上|中午|晚上)? ?(?:[01]?\d|2[0-4])(?::[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?|[时点](?:半|[0-5]?\d分?(?:[0-5]?\d秒)?)?)(?: ?[AP]M)?( ?(?:Z|[+-]\d{2}:?\d{2}))?$/i;
const yearFirst = /^(\d{4}|\d{2}(?=年))(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2}))[日号]?$/;
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{1,2}|\d{4})$/;
const compact = /^(\d{4})(\d{2})(\d{2})(?:\.0)?$/;
const monthOnly = /^(\d{4}|\d{2}(?=年))(?:[-/.](\d{1,2})|年(\d{1,2})月?份?|(0[1-9]|1[0-2]))$/;
const serial = /^(\d{5})(?:\.\d{1,15})?$/;

/** Two-digit years as Excel reads them: 00–29 are 20xx, 30–99 are 19xx. */
const fullYear = (year: string): number =>
  year.length === 4 ? Number(year) : Number(year) + (Number(year) < 30 ? 2000 : 1900);

const settled = (year: number, month: number, day: number, text: string): Reading => {
  if (year < 1900 || year > 2100) return unread("day.year", text);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return unread("day.impossible", text);
  return isoDay(year, month, day);
};

/** Half-width, digits for numerals, without weekday, clock or needless spaces. Undefined if in another time zone. */
const dateIn = (text: string): string | undefined => {
  const date = closedUp(
    halfWidth(text)
      .replace(/[‐‑–—−]/g, "-")
      .replace(weekday, " ")
      .replace("元月", "1月"),
  )
    .trim()
    .replace(/^['‘’]/, "")
    .replace(numeral, (n) => readNumeral(n, false)?.toFixed() ?? n);
  const zone = clock.exec(date)?.[2]?.trim();
  if (zone !== undefined && !/^\+08:?00$/.test(zone)) return undefined;
  return date.replace(clock, (_, before: string) => before.replace(/t/i, "")).trim();
};

/** The orders in which three short parts can be year, month and day. */
const ordersOf = (a: string, b: string, c: string): [string, string, string][] => {
  const orders: [string, string, string][] =
    c.length === 1
      ? []
      : [
          [c, a, b],
          [c, b, a],
        ];
  if (a.length === 2 && c.length <= 2) orders.push([a, b, c], [a, c, b]);
  return orders.filter(([, month, day]) => Number(month) >= 1 && Number(month) <= 12 && Number(day) <= 31);
};

const readWritten = (text: string): Reading => {
  if (text.length > 64) return unread("day.unreadable", text);
  const date = dateIn(text);
  if (date === undefined) return unread("day.zone", text);

  const first = yearFirst.exec(date) ?? compact.exec(date);
  if (first) {
    const [year, month, day] = [...first].slice(1).filter((part) => part !== undefined && /\d/.test(part));
    return settled(fullYear(year as string), Number(month), Number(day), text);
  }
  const last = yearLast.exec(date);
  if (last) {
    const orders = ordersOf(last[1] as string, last[3] as string, last[4] as string);
    if (orders.length > 1) return unread("day.ambiguous", text);
    const [only] = orders;
    return only
      ? settled(fullYear(only[0]), Number(only[1]), Number(only[2]), text)
      : unread("day.impossible", text);
  }
  const number = serial.exec(date);
  if (number) {
    const days = Number(number[1]);
    return days >= 36526 && days <= 73050 ? dayOfSerial(days) : unread("day.serial", text);
  }
  if (/^\d{1,2}月\d{1,2}[日号]?$/.test(date)) return unread("day.no_year", text);
  return unread(monthOnly.test(date) ? "day.month_only" : "day.unreadable", text);
};

/**
 * Reads a day in any of the forms that staff write: 2019/3/5, 20190305, 2019年3月5日, 二〇一九年三月五日, with a
 * weekday or a clock time, or Excel's day number (36526–73050, the years 2000–2099).
 * @returns YYYY-MM-DD, between 1900 and 2100
 */
export const readDay = (text: string): Reading =>
  isoForm.test(text)
    ? settled(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8)), text)
    : readWritten(text);

/**
 * Reads a month, or the month of a day.
 * @returns YYYY-MM
 */
export const readMonth = (text: string): Reading => {
  const date = text.length > 64 ? undefined : dateIn(text);
  const match = date === undefined ? null : monthOnly.exec(date);
  if (!match) {
    const day = readDay(text);
    if (typeof day === "string") return day.slice(0, 7);
    return /unreadable|no_year/.test(day.reason) ? unread("month.unreadable", text) : day;
  }
  if (/^\d{4}\.1$/.test(match[0])) return unread("month.trailing_zero", text);
  const year = fullYear(match[1] as string);
  const month = Number(match[2] ?? match[3] ?? match[4]);
  if (year < 1900 || year > 2100) return unread("day.year", text);
  return month >= 1 && month <= 12 ? isoMonth(year, month) : unread("month.unreadable", text);
};

const monthAndDay =
  "(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31";

/** An ISO day of the years 1900 to 2099. A 29 February is left to the law. */
export const canonicalDay: Canonical = asWritten(`(?:19|20)[0-9]{2}-(?:${monthAndDay})`);
