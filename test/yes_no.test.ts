import { describe, expect, test } from "vitest";
import { readYesNo } from "../src/yes_no.ts";
import { keepsItsPromise, verdict } from "./cell.ts";

describe("是 or 否", () => {
  test.each(["是", " 是 ", "有", "√", "✓", "✔️", "Y", "ｙｅｓ", "1", "已", "对", "TRUE"])(
    "%s is yes",
    (text) => {
      expect(readYesNo(text)).toBe("true");
    },
  );
  test.each(["否", "无", "没有", "×", "✗", "N", "no", "0", "未", "错", "不是", "False"])(
    "%s is no",
    (text) => {
      expect(readYesNo(text)).toBe("false");
    },
  );
  test.each(["是否", "x", "2", "不详", "constructor", "y".repeat(100_000)])("%s is neither", (text) => {
    expect(verdict(readYesNo(text))).toBe("yes_no.unknown");
  });

  keepsItsPromise(readYesNo, /^(?:true|false)$/);
});
