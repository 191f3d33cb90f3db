import { readDay } from "./day.ts";
import { findMoneyUnit, type MoneyUnit } from "./money.ts";
import { type Fault, fault, shown } from "./reason.ts";
import { tidy } from "./text.ts";

/** What the lines above a header say: 填报单位, 期别, 填报日期, 单位：万元. Titles and other notes are passed over. */
export interface Preamble {
  readonly unitName?: string;
  /** `2018Q4` */
  readonly period?: string;
  readonly filed?: string;
  readonly moneyUnit?: MoneyUnit;
  /** What stands where 期别 and 填报日期 should and could not be read. */
  readonly unread?: readonly Fault[];
}

const named = (line: string, names: string): string | undefined =>
  new RegExp(`(?:^|[\\s,，;；|])(?:${names}) ?[:：] ?([^\\s,，;；|]+)`).exec(line)?.[1];

/** Forms print 年, 月, 日 with room around them, as in `2019 年 4 月 8 日`: the room goes. */
const withoutRoom = (text: string): string =>
  text.replace(/(?<=\d) (?=[年月日号季])|(?<=[年月第]) (?=[\d第一二三四])/g, "");

const numerals = "一二三四";

/** `2018Q4`, 2018年第4季度, 2018年四季度 → 2018Q4; anything else is not a quarter. */
export const readPeriod = (text: string): string | undefined => {
  const plain = tidy(text).replace(/ ?[(（][^()（）]*[)）]$/, "");
  const match = /(\d{4}) ?(?:年度?|[-./])? ?(?:Q|第)? ?([1-4一二三四])(?: ?季度?)?$/i.exec(plain);
  if (!match?.[1] || !match[2]) return undefined;
  const n = numerals.indexOf(match[2]);
  return `${match[1]}Q${n < 0 ? match[2] : n + 1}`;
};

/** Says that something cannot be read; a form left blank (2019年 月 日) says nothing that could be. */
const unreadOf = (
  said: string | undefined,
  read: string | undefined,
  reason: "period.unread" | "filed.unread",
): Fault[] =>
  read === undefined &&
  said !== undefined &&
  /[\d〇一二三四五六七八九十]/.test(said) &&
  !/:|^\d{0,4}年?度?$/.test(said)
    ? [fault(reason, { found: shown(said) })]
    : [];

const readFiled = (text: string | undefined): string | undefined => {
  const day = text === undefined ? undefined : readDay(text);
  return typeof day === "string" ? day : undefined;
};

/** @param lines the rows above the header, each as its cells */
export const readPreamble = (lines: readonly (readonly string[])[]): Preamble => {
  const rows = lines.map((cells) => cells.map(tidy).filter(Boolean).join(" "));
  const said = withoutRoom(tidy(rows.join(" | ")));
  const unitName = named(said, "填报单位|报送单位|上报单位|填表单位");
  const periodSaid = named(said, "期别|报告期|所属期|填报期");
  const period = readPeriod(periodSaid ?? "");
  const filedSaid = named(said, "填报日期|报送日期|上报日期|填表日期|制表日期");
  const filed = readFiled(filedSaid);
  const unread = [
    ...unreadOf(periodSaid, period, "period.unread"),
    ...unreadOf(filedSaid, filed, "filed.unread"),
  ];
  const unit = named(said, "(?:金额)?单位");
  const moneyUnit = unit === undefined ? undefined : findMoneyUnit(unit);
  return {
    ...(unitName !== undefined && { unitName }),
    ...(period !== undefined && { period }),
    ...(filed !== undefined && { filed }),
    ...(moneyUnit !== undefined && { moneyUnit }),
    ...(unread.length > 0 && { unread }),
  };
};
