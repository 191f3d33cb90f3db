import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOfSerial } from "../src/calendar.ts";
import { readDay, readMonth } from "../src/day.ts";
import { keepsItsPromise, verdict } from "./cell.ts";

const figures = "〇一二三四五六七八九";
const spoken = (n: number): string =>
  n <= 10
    ? (["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"][n] as string)
    : `${n < 20 ? "" : figures[Math.floor(n / 10)]}十${n % 10 === 0 ? "" : figures[n % 10]}`;

const forms: Record<string, (y: number, m: number, d: number) => string> = {
  "2019/3/5": (y, m, d) => `${y}/${m}/${d}`,
  "2019.3.5": (y, m, d) => `${y}.${m}.${d}`,
  "2019-3-5 0:00": (y, m, d) => `${y}-${m}-${d} 0:00`,
  "20190305": (y, m, d) => `${y}${String(m).padStart(2, "0")}${String(d).padStart(2, "0")}`,
  "2019年3月5日": (y, m, d) => `${y}年${m}月${d}日`,
  "2019 年 3 月 5 日": (y, m, d) => `${y} 年 ${m} 月 ${d} 日`,
  "2019年3月5日（星期二）": (y, m, d) => `${y}年${m}月${d}日（星期二）`,
  "２０１９／３／５": (y, m, d) =>
    `${y}/${m}/${d}`.replace(/[0-9/]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  二〇一九年三月五日: (y, m, d) =>
    `${String(y).replace(/\d/g, (c) => figures[Number(c)] as string)}年${spoken(m)}月${spoken(d)}日`,
};
const anyDay = fc.date({
  min: new Date("1900-01-01T00:00:00Z"),
  max: new Date("2100-12-31T00:00:00Z"),
  noInvalidDate: true,
});

describe("a day", () => {
  test.each(Object.entries(forms))("reads back from the form %s, whichever day it is", (_, form) => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const text = form(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
        expect(readDay(text)).toBe(date.toISOString().slice(0, 10));
      }),
    );
  });

  test("reads every Excel day number from 2000 to 2099", () => {
    for (let serial = 36526; serial <= 73050; serial += 1) {
      expect(readDay(String(serial))).toBe(dayOfSerial(serial));
    }
    expect(readDay("36526")).toBe("2000-01-01");
    expect(readDay("73050")).toBe("2099-12-31");
  });

  test.each([
    ["2019-03-05", "2019-03-05"],
    ["43529", "2019-03-05"],
    ["43529.375", "2019-03-05"],
    ["20190305.0", "2019-03-05"],
    ["'2019-03-05", "2019-03-05"],
    ["2019年3月5号", "2019-03-05"],
    ["2019年元月5日", "2019-01-05"],
    ["19年3月5日", "2019-03-05"],
    ["二○一九年十二月廿五日", "2019-12-25"],
    ["二零一九年十月三十一日", "2019-10-31"],
    ["2019-03-05 周二 9:30", "2019-03-05"],
    ["2019年3月5日上午9时30分", "2019-03-05"],
    ["2019年3月5日9点半", "2019-03-05"],
    ["2019-03-05T08:00:00", "2019-03-05"],
    ["2019-03-05T08:00:00+08:00", "2019-03-05"],
    ["25/3/2019", "2019-03-25"],
    ["3/25/2019", "2019-03-25"],
    ["3/25/19", "2019-03-25"],
    ["2000-02-29", "2000-02-29"],
  ])("%s is %s", (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  test.each([
    ["3/5/19", "day.ambiguous"],
    ["3/5/2019", "day.ambiguous"],
    ["12/12/2019", "day.ambiguous"],
    ["19-3-5", "day.ambiguous"],
    ["19-3-25", "day.ambiguous"],
    ["2019年3月", "day.month_only"],
    ["2019-03", "day.month_only"],
    ["201903", "day.month_only"],
    ["3月5日", "day.no_year"],
    ["2019-02-30", "day.impossible"],
    ["2019年2月29日", "day.impossible"],
    ["1900-02-29", "day.impossible"],
    ["2019-13-01", "day.impossible"],
    ["2019-00-10", "day.impossible"],
    ["31/13/2019", "day.impossible"],
    ["2/30/2019", "day.impossible"],
    ["1899-12-31", "day.year"],
    ["2101-01-01", "day.year"],
    ["36525", "day.serial"],
    ["73051", "day.serial"],
    ["2019-03-05T16:00:00Z", "day.zone"],
    ["2019-3-5至2019-3-6", "day.unreadable"],
    ["2019-3/5", "day.unreadable"],
    ["2019-03-05①", "day.unreadable"],
    ["上半年", "day.unreadable"],
    ["2019", "day.unreadable"],
    ["9".repeat(5000), "day.unreadable"],
  ])("%s is refused: %s", (text, reason) => {
    expect(verdict(readDay(text))).toBe(reason);
  });

  test("a refusal says what was found", () => {
    expect(readDay(" 2019-02-30 ")).toEqual({ reason: "day.impossible", with: { found: "2019-02-30" } });
  });

  keepsItsPromise(readDay, /^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/);
});

describe("a month", () => {
  test.each([
    ["2019-03", "2019-03"],
    ["2019年3月", "2019-03"],
    ["2019年3月份", "2019-03"],
    ["2019/3", "2019-03"],
    ["2019.10", "2019-10"],
    ["201903", "2019-03"],
    ["二〇一九年十二月", "2019-12"],
    ["2019年3月5日", "2019-03"],
    ["43529", "2019-03"],
    ["2019.1", "month.trailing_zero"],
    ["2019-13", "month.unreadable"],
    ["3月", "month.unreadable"],
    ["2019年", "month.unreadable"],
    ["2019-02-30", "day.impossible"],
    ["1800-01", "day.year"],
  ])("%s → %s", (text, expected) => {
    expect(verdict(readMonth(text))).toBe(expected);
  });

  keepsItsPromise(readMonth, /^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])$/);
});
