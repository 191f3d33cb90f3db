import { expect, it } from "vitest";
import { isFooter } from "../src/footer.ts";

it.each<[string, string[], boolean]>([
  ["signatures side by side", ["填表人：甲", "审核人：乙", "", ""], true],
  ["a signature beside a name", ["填表人：", "甲", "", ""], true],
  ["a complete row with two notes in it", ["说明：已转交", "2018-10-08", "备注：已办结", "5"], false],
])("a footer is no complete row: %s", (_, cells, is) => {
  expect(isFooter({ line: 9, cells }, [0, 1, 2, 3])).toBe(is);
});
