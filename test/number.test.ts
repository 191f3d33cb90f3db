import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCount, readScore } from "../src/number.ts";
import { keepsItsPromise, verdict } from "./cell.ts";

describe("a count", () => {
  test.each([
    (n: number) => String(n),
    (n: number) => n.toLocaleString("en-US"),
    (n: number) => `${n}.00`,
    (n: number) => `${n} 人次`,
    (n: number) => String(n).replace(/\d/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  ])("reads back from form %#", (form) => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999_999_999 }), (n) => {
        expect(readCount(form(n))).toBe(String(n));
      }),
    );
  });

  test.each([
    ["12人", "12"],
    ["12.0", "12"],
    ["十二", "12"],
    ["一百零三家", "103"],
    ["1.2万人", "12000"],
    ["007", "7"],
    ["'12", "12"],
    ["5.5", "count.whole"],
    ["-3", "count.negative"],
    ["负3", "count.negative"],
    ["200余人", "count.about"],
    ["约200", "count.about"],
    ["1.2E+5", "number.scientific"],
    ["1.000", "number.grouping"],
    ["12,34", "number.grouping"],
    ["1234567890123456", "count.large"],
    ["12③", "count.unreadable"],
    ["12/15", "count.unreadable"],
    ["若干", "count.unreadable"],
  ])("%s → %s", (text, expected) => {
    expect(verdict(readCount(text))).toBe(expected);
  });

  keepsItsPromise(readCount, /^(?:0|[1-9]\d{0,14})$/);
});

describe("a mark", () => {
  test.each([
    ["95.5", "95.5"],
    ["95.50", "95.5"],
    ["95.0", "95"],
    ["９５．５分", "95.5"],
    ["九十五分", "95"],
    ["0.05", "0.05"],
    ["100", "100"],
    ["95.555", "score.decimals"],
    ["95%", "score.percent"],
    ["９５％", "score.percent"],
    ["百分之九十", "score.percent"],
    ["-1", "score.unreadable"],
    ["优秀", "score.unreadable"],
  ])("%s → %s", (text, expected) => {
    expect(verdict(readScore(text))).toBe(expected);
  });

  keepsItsPromise(readScore, /^(?:0|[1-9]\d{0,14})(?:\.\d?[1-9])?$/);
});
