import { expect, test } from "vitest";
import { readNumeral } from "../src/chinese_numeral.ts";

test.each([
  ["〇", "0"],
  ["十", "10"],
  ["十二", "12"],
  ["廿五", "25"],
  ["卅一", "31"],
  ["二〇一九", "2019"],
  ["二零一九", "2019"],
  ["两百零三", "203"],
  ["一百二", "120"],
  ["一百一十五", "115"],
  ["一百十五", "115"],
  ["壹万伍仟壹佰伍拾", "15150"],
  ["拾万", "100000"],
  ["三万零五", "30005"],
  ["三万五", "35000"],
  ["一亿零三百万", "103000000"],
  ["一万亿", "1000000000000"],
  ["3.4万", "34000"],
  ["1,234万", "12340000"],
  ["12百万", "12000000"],
])("%s is %s", (text, value) => {
  expect(readNumeral(text)?.toFixed()).toBe(value);
});

test.each([
  "",
  "万",
  "百",
  "三百千",
  "五千三千",
  "一万二万",
  "三万二十万",
  "二十三十",
  "几十",
  "3.4万5",
  "一二万",
])("%j is no number", (text) => {
  expect(readNumeral(text)).toBeUndefined();
});

test("a last single figure after 万, 千 or 百 is read only where speech is expected", () => {
  expect(readNumeral("三万五", false)).toBeUndefined();
  expect(readNumeral("三万零五", false)?.toFixed()).toBe("30005");
});
