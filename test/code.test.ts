import { describe, expect, test } from "vitest";
import { readCode } from "../src/code.ts";
import { keepsItsPromise, verdict } from "./cell.ts";

describe("a code", () => {
  test.each([
    ["ZF-2018-0001", "ZF-2018-0001"],
    ["Ａ００１", "A001"],
    [" A 001 ", "A001"],
    ["\ufeffA001", "A001"],
    ["'003306", "003306"],
    ['="003306"', "003306"],
    ["青工维〔2018〕 12号", "青工维〔2018〕12号"],
    ["330603104.0", "330603104"],
    ["1.5", "1.5"],
    ["12E5", "12E5"],
    ["3.30603E+17", "code.scientific"],
    ["3.3e+05", "code.scientific"],
    ["１Ｅ＋１７", "code.scientific"],
    ["330603104123456789.0", "code.float"],
    ["A\u0000B", "code.characters"],
    ["A\ufffdB", "code.characters"],
    ["A".repeat(65), "code.long"],
    ["A".repeat(100_000), "code.long"],
    ["'", "cell.empty"],
  ])("%j → %s", (text, expected) => {
    expect(verdict(readCode(text))).toBe(expected);
  });

  keepsItsPromise(readCode, /^[^\s\p{Cc}]{1,64}$/u);
});
