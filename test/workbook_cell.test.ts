import type { CellObject } from "@e965/xlsx";
import { expect, it } from "vitest";
import { textOf } from "../src/workbook_cell.ts";

const counting = { date1904: false, isUncalculated: false };

it.each([
  ['yyyy"年"m"月"', 43374, "2018年10月"],
  ["mmm-yy", 43374, "2018年10月"],
  ['[DBNum1][$-804]yyyy"年"m"月";@', 43374, "2018年10月"],
  ["[Red]yyyy-mm", 43374, "2018年10月"],
  ['[$-804]yyyy"年"m"月"d"日";@', 43381, "2018-10-08"],
  ['m"月"d"日"', 43381, "2018-10-08"],
  ["yyyy/m/d h:mm", 43381.375, "2018-10-08 9:00:00"],
  ["h:mm", 0.375, "9:00"],
  ["h:mm:ss", 0.75 + 5 / 86400, "18:00:05"],
  ["[h]:mm", 1.5, "36:00"],
])("a date is read as far as its format shows it: %s", (z, v, text) => {
  expect(textOf({ t: "n", v, z } as CellObject, counting)).toBe(text);
});

it.each<[string, CellObject, string]>([
  ["a value", { t: "n", v: 6, f: "2*3" }, "6"],
  ["no value", { t: "z", f: "2*3" }, "#N/A"],
  ["an empty text", { t: "s", v: "", f: '""' }, ""],
  ["an error", { t: "e", v: 7, w: "#DIV/0!", f: "1/0" }, "#DIV/0!"],
  ["zero", { t: "n", v: 0, f: "1-1" }, "0"],
])("a formula is read by what is stored with it: %s", (_, cell, text) => {
  expect(textOf(cell, counting)).toBe(text);
});

it("a zero stored with a formula is no value where all are to be calculated on opening", () => {
  const later = { ...counting, isUncalculated: true };
  expect(textOf({ t: "n", v: 0, f: "2*3" }, later)).toBe("#N/A");
  expect(textOf({ t: "n", v: 6, f: "2*3" }, later)).toBe("6");
  expect(textOf({ t: "n", v: 0 }, later)).toBe("0");
});

it("a text that is not whole is an error", () => {
  expect(textOf({ t: "s", v: "-\ufffd" }, counting)).toBe("#VALUE!");
});
