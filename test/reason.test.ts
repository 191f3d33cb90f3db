import { expect, test } from "vitest";
import { reasons, shown, unread } from "../src/reason.ts";

const slotsOf = (sentence: string): string[] =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map(([, slot]) => (slot as string).replace(/_en$/, "")).sort();

test.each(Object.entries(reasons))("%s says why and what would do, in both languages", (_, { why, mend }) => {
  for (const sentence of [why.zh, why.en, mend.zh, mend.en]) expect(sentence.length).toBeGreaterThan(1);
  expect(`${why.zh}${mend.zh}`).toMatch(/\p{Script=Han}|\{/u);
  expect(`${why.en}${mend.en}`.replace(/\d?\.?\d+万?元| 是 or 否/g, "")).not.toMatch(/\p{Script=Han}/u);
  expect(slotsOf(why.zh + mend.zh)).toEqual(slotsOf(why.en + mend.en));
});

test("what was found is shown on one line of at most 40 characters", () => {
  expect(shown(" 2019年\n3月 ")).toBe("2019年 3月");
  expect([...shown("𠮷".repeat(90))]).toHaveLength(40);
  expect(shown("1".repeat(41))).toBe(`${"1".repeat(39)}…`);
  expect(unread("day.unreadable", "三月", {})).toEqual({ reason: "day.unreadable", with: { found: "三月" } });
});
