import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { folded, Lookout, within } from "../src/lookout.ts";

const watching = (...values: string[]): Lookout<string> => {
  const lookout = new Lookout<string>();
  for (const value of values) lookout.add(folded(value), value);
  return lookout;
};
const found = (lookout: Lookout<string>, text: string): string[] =>
  [...lookout.find(folded(text))].map(({ of }) => of);

describe("a lookout", () => {
  it.each([
    ["as written", "负责人王芳到场"],
    ["in a cell of a table", "<td>王芳</td>"],
    ["spaced out", "王　芳 王 芳"],
    ["as entities", "&#29579;&#x82b3;"],
    ["in an address", "/x?%E7%8E%8B%E8%8A%B3"],
    ["in a script", '"\\u738b\\u82b3"'],
  ])("sees a name %s", (_, text) => {
    expect(found(watching("王芳"), text)).toContain("王芳");
  });

  it.each([
    ["another dot", "买买提•吐尔逊 买买提・吐尔逊 买买提．吐尔逊 买买提.吐尔逊 买买提 · 吐尔逊", 5],
    ["characters that are not seen", "买买\u200b提·吐尔\u00ad逊", 1],
    ["such characters written out", "买买提[U+200B]·吐尔逊.csv", 1],
  ])("sees a name with %s", (_, text, times) => {
    expect(found(watching("买买提·吐尔逊"), text)).toHaveLength(times);
  });

  it("sees full-width forms, capitals, quotes and line breaks through", () => {
    expect(found(watching("Li Na"), "ＬＩ　ＮＡ")).toEqual(["Li Na"]);
    expect(
      found(watching('他说"不发工资"，\n次日离职'), JSON.stringify({ a: '他说"不发工资"，\n次日离职' })),
    ).toHaveLength(1);
    expect(found(watching('他说"不发工资"'), "他说&quot;不发工资&quot;")).toHaveLength(1);
  });

  it("sees the beginning of a long text that was cut short", () => {
    const notes = "反映去年十一月以来工资没有按月发放，要求工会出面协调解决，并希望保密";
    expect(found(watching(notes), `${notes.slice(0, 26)}…`)).toEqual([notes]);
    expect(found(watching(notes), notes.slice(0, 10))).toEqual([]);
  });

  it("takes digits and Latin letters as whole words only", () => {
    const lookout = watching("85627788", "lina88");
    expect(found(lookout, "电话85627788，Lina88")).toEqual(["85627788", "lina88"]);
    expect(found(lookout, "185627788 856277880 linalina88 lina881")).toEqual([]);
  });

  it("tells the letters beside a value", () => {
    expect(within("过了高峰期。", 2, 2)).toBe("了高峰期");
    expect(within("高峰,1", 0, 2)).toBe("·高峰·");
  });

  const letters = fc.constantFrom(..."王芳李丽张三高峰的和一二");
  const word = (min: number, max: number) =>
    fc.array(letters, { minLength: min, maxLength: max }).map((all) => all.join(""));
  it("sees every value that stands in a text, and none that does not", () => {
    fc.assert(
      fc.property(fc.array(word(2, 4), { maxLength: 12 }), word(0, 60), (values, text) => {
        const lookout = watching(...values);
        const expected = new Set<number>();
        for (const value of values)
          for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) expected.add(at);
        const hits = [...lookout.find(text)];
        expect(new Set(hits.map(({ at }) => at))).toEqual(expected);
        for (const { value, at } of hits)
          expect(text.startsWith(value, at) && values.includes(value)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
