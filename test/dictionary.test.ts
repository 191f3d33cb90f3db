import { describe, expect, it } from "vitest";
import { creditCode, day, money, oneOf, text } from "../src/field.ts";
import { listed } from "../src/list.ts";
import { dictionaryOf } from "../src/node/dictionary.ts";
import type { Place } from "../src/node/sound_row.ts";

const place = (field: Place["field"], more: Partial<Place> = {}): Place => ({
  cell: '"_0"',
  id: "it",
  field,
  unit: undefined,
  mayTotal: false,
  mayNote: false,
  ...more,
});

/** Each cell so often. */
const many = (cells: readonly string[], times: number): string[] =>
  Array.from({ length: times }, () => cells).flat();

describe("a dictionary", () => {
  const method = place(oneOf([listed("实地", "on site", "上门")], "方式", "method", { optional: true }));

  it("says what the law makes of each cell that recurs", () => {
    expect(dictionaryOf(method, many(["实地", "上门", "无", ""], 20), 8)).toEqual({
      said: ["实地", "上门", "无"],
      meant: ["实地", "实地", null],
      isThin: false,
    });
  });

  it("lacks what the law refuses or doubts", () => {
    expect(dictionaryOf(method, many(["实地", "飞行"], 20), 8)?.said).toEqual(["实地"]);
    const codes = place(creditCode("代码", "code"));
    expect(dictionaryOf(codes, many(["91990101MA0000015C", "91990101MA0000015X"], 20), 8)?.said).toEqual([
      "91990101MA0000015C",
    ]);
  });

  it("lacks words that may make a row a total or a note, where they may", () => {
    const cells = many(["会计事务所", "注：代填", "甲"], 20);
    const free = text("单位", "unit");
    expect(dictionaryOf(place(free), cells, 8)?.said).toEqual(["会计事务所", "注：代填", "甲"]);
    expect(dictionaryOf(place(free, { mayTotal: true }), cells, 8)?.said).toEqual(["注：代填", "甲"]);
    expect(dictionaryOf(place(free, { mayTotal: true, mayNote: true }), cells, 8)?.said).toEqual(["甲"]);
  });

  it("lacks an amount that is a bound, for the others are added up", () => {
    const amounts = place(money("金额", "amount"));
    expect(dictionaryOf(amounts, many(["3.4万元", "2100余万元"], 20), 8)).toEqual({
      said: ["3.4万元"],
      meant: ["34000.00"],
      isThin: false,
    });
  });

  it("is not made of cells that differ from row to row", () => {
    const cells = Array.from({ length: 100 }, (_, n) => `甲${n}号`);
    expect(dictionaryOf(place(text("单位", "unit")), cells, 8)).toBeUndefined();
    // Nor where none has a canonical form by which a newcomer could be told.
    const codes = [...many(["91990101MA0000015C"], 99), "91990101MA00000237"];
    expect(dictionaryOf(place(creditCode("代码", "code")), codes, 8)).toBeUndefined();
  });

  it("is thin where a form that the law mends was met but once each", () => {
    const days = [...many(["2018-03-05"], 90), ..."123456789".split("").map((n) => `2018/3/${n}`)];
    expect(dictionaryOf(place(day("日期", "day")), days, 8)?.isThin).toBe(true);
  });
});
