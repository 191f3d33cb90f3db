import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findMoneyUnit, type MoneyUnit, readMoney, withUnit } from "../src/money.ts";
import { unclear } from "../src/money_unit.ts";
import { keepsItsPromise, verdict } from "./cell.ts";

const capitals = "零壹贰叁肆伍陆柒捌玖";
const capital = (c: string | number): string => capitals[Number(c)] as string;

/** Four digits in capitals: 1050 is 壹仟零伍拾; zeros in front become one 零, which the caller may drop. */
const section = (n: number): string =>
  [...String(n).padStart(4, "0")]
    .map((c, i) => (c === "0" ? "零" : `${capital(c)}${["仟", "佰", "拾", ""][i]}`))
    .join("")
    .replace(/零+/g, "零")
    .replace(/零$/, "");

/** An amount as on a cheque: 壹万伍仟壹佰伍拾元整. */
const cheque = (fen: number): string => {
  const yuan = Math.floor(fen / 100);
  const groups = [Math.floor(yuan / 1e8), Math.floor(yuan / 1e4) % 1e4, yuan % 1e4];
  const whole = groups
    .map((n, i) => (n === 0 ? "零" : `${section(n)}${["亿", "万", ""][i]}`))
    .join("")
    .replace(/零+/g, "零")
    .replace(/^零|零$/g, "");
  const jiao = Math.floor(fen / 10) % 10;
  const cents = fen % 10;
  const coins = `${jiao ? `${capital(jiao)}角` : cents && yuan ? "零" : ""}${cents ? `${capital(cents)}分` : "整"}`;
  return `${yuan === 0 ? (fen === 0 ? "零元" : "") : `${whole}元`}${coins}`;
};

const decimal = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;
const grouped = (fen: number): string => decimal(fen).replace(/\B(?=(\d{3})+\.)/g, ",");
const wide = (text: string): string =>
  text.replace(/[0-9,.]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
const tenThousands = (fen: number): string =>
  `${Math.floor(fen / 1e6)}.${String(fen % 1e6).padStart(6, "0")}`.replace(/\.?0+$/, "");

const forms: Record<string, (fen: number) => string> = {
  "12345.60": decimal,
  "12,345.60": grouped,
  "１２，３４５．６０": (fen) => wide(grouped(fen)),
  "¥12,345.60": (fen) => `¥${grouped(fen)}`,
  "￥ 12345.60 元": (fen) => `￥ ${decimal(fen)} 元`,
  "1.23456万元": (fen) => `${tenThousands(fen)}万元`,
  "12345元6角0分": (fen) => `${Math.floor(fen / 100)}元${Math.floor(fen / 10) % 10}角${fen % 10}分`,
  壹万贰仟叁佰肆拾伍元陆角: cheque,
};

describe("an amount of money", () => {
  test.each(Object.entries(forms))("reads back from the form %s, to the fen", (_, form) => {
    fc.assert(
      fc.property(fc.oneof(fc.nat({ max: 100_000 }), fc.nat({ max: 99_999_999_999_999 })), (fen) => {
        expect(readMoney(form(fen))).toBe(decimal(fen));
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ["0", "0.00"],
    ["1,234.5", "1234.50"],
    ["１２３．５", "123.50"],
    ["1 234 567.5", "1234567.50"],
    ["12.3400", "12.34"],
    ["人民币叁佰元整", "300.00"],
    ["RMB 500", "500.00"],
    ["3.4万元", "34000.00"],
    ["3.4（万元）", "34000.00"],
    ["12.345万元", "123450.00"],
    ["1.2亿元", "120000000.00"],
    ["1亿2千万元", "120000000.00"],
    ["5千元", "5000.00"],
    ["3百万", "3000000.00"],
    ["3万5", "35000.00"],
    ["3万5000元", "35000.00"],
    ["两万三", "23000.00"],
    ["叁万元", "30000.00"],
    ["廿五元", "25.00"],
    ["壹万伍仟壹佰伍拾元整", "15150.00"],
    ["叁万零伍元", "30005.00"],
    ["壹仟元零伍分", "1000.05"],
    ["伍角", "0.50"],
    ["-1234.50", "-1234.50"],
    ["(1,234.50)", "-1234.50"],
    ["（3.4）万元", "-34000.00"],
    ["-¥5", "-5.00"],
    ["¥-5", "-5.00"],
    ["-0", "0.00"],
    ["2100余万元", "≥21000000.00"],
    ["2100万余元", "≥21000000.00"],
    ["2100多万元", "≥21000000.00"],
    ["十余万元", "≥100000.00"],
    ["100万元以上", "≥1000000.00"],
    ["近3万元", "<30000.00"],
    ["约2万元", "≈20000.00"],
    ["约¥20,000", "≈20000.00"],
    ["9999999999999999.99", "9999999999999999.99"],
  ])("%s is %s yuan", (text, yuan) => {
    expect(readMoney(text)).toBe(yuan);
  });

  test.each([
    ["12.345", "money.fen"],
    ["12.345元", "money.fen"],
    ["0.123456789万元", "money.fen"],
    ["1.2E+5", "number.scientific"],
    ["1.2e5元", "number.scientific"],
    ["1,23,45", "number.grouping"],
    ["1,2345", "number.grouping"],
    ["12 34", "number.grouping"],
    ["1,23万元", "number.grouping"],
    ["1.234,56", "number.european"],
    ["10000000000000000", "money.large"],
    ["1亿亿元", "money.unreadable"],
    ["$500", "money.currency"],
    ["500美元", "money.currency"],
    ["3万5元", "money.unreadable"],
    ["几十万元", "money.unreadable"],
    ["约2100余万元", "money.unreadable"],
    ["123①", "money.unreadable"],
    ["123²", "money.unreadable"],
    ["12元5", "money.unreadable"],
    ["三千二千", "money.unreadable"],
    ["100元、200元", "money.unreadable"],
    ["3千（万元）", "money.unit"],
    ["—", "money.unreadable"],
    ["9".repeat(100_000), "money.unreadable"],
  ])("%s is refused: %s", (text, reason) => {
    expect(verdict(readMoney(text))).toBe(reason);
  });

  keepsItsPromise(readMoney, /^(?:[≥<≈]|-(?!0\.00))?(?:0|[1-9]\d{0,15})\.\d\d$/);
});

describe("a unit stated by the header", () => {
  test.each<[string, MoneyUnit | undefined]>([
    ["确认金额（万元）", "万元"],
    ["挽回金额\n（万元）", "万元"],
    ["挽回金额\n万元", "万元"],
    ["单位：万元", "万元"],
    ["单位：人、万元", "万元"],
    ["单位：人民币千元", "千元"],
    ["金额（单位：百万元）", "百万元"],
    ["涉及金额[亿元]", "亿元"],
    ["金额(元)", "元"],
    ["请求金额元", "元"],
    ["确认金额", undefined],
    ["单位：人", undefined],
    ["单元", undefined],
    ["金额（美元）", unclear],
    ["Amount (USD)", unclear],
    ["单位：元、万元", unclear],
    ["到账金额（元/万元）", unclear],
    ["人均金额（元/人）", "元"],
    [`到账金额（${unclear}）`, unclear],
  ])("%j states %s", (words, unit) => {
    expect(findMoneyUnit(words)).toBe(unit);
  });

  test.each<[string, MoneyUnit, string]>([
    ["3.4", "万元", "34000.00"],
    ["¥3.4", "万元", "34000.00"],
    ["2100余", "万元", "≥21000000.00"],
    ["(3.4)", "万元", "-34000.00"],
    ["叁", "万元", "30000.00"],
    ["12", "百万元", "12000000.00"],
    ["34000元", "万元", "34000.00"],
    ["3万5", "万元", "35000.00"],
    ["5千", "元", "5000.00"],
    ["5千", "万元", "money.unit"],
  ])("%s under %s is %s", (text, unit, expected) => {
    expect(verdict(readMoney(withUnit(text, unit)))).toBe(expected);
  });

  test.each(["", "—", "无", "待定", "3.4", "12345000（单位不明）"])(
    "%j stays as it is where no unit applies",
    (text) => {
      expect(withUnit(text, text === "3.4" ? undefined : "万元")).toBe(text);
    },
  );
});

test.each(["每人增加元", "节日元旦慰问金（元）", "单位：元（每日元数）"])(
  "no currency is seen within a word: %s",
  (header) => {
    expect(findMoneyUnit(header)).not.toBe("单位不明");
  },
);
test.each([
  "金额（美元）",
  "单位：万美元",
  "合同额USD",
  "金额 HKD",
  "金额（$）",
  "港币金额",
  "到账金额万欧元",
])("another currency is no unit: %s", (header) => {
  expect(findMoneyUnit(header)).toBe("单位不明");
});
