import { describe, expect, it } from "vitest";
import type { Figure } from "../src/figure.ts";
import type { Publication, PublishedIndicator } from "../src/publication.ts";
import { quarter } from "../src/quarter.ts";
import type { Context } from "../src/site/context.ts";
import { Edition } from "../src/site/edition.ts";
import { gapTable, widestGaps } from "../src/site/gaps.ts";

const indicator = {
  id: "room.covered",
  words: { zh: "覆盖率", en: "coverage" },
  unit: "rate",
  parts: { numerator: "enterprise", denominator: "enterprise" },
  by: ["area"],
  better: "more",
} as unknown as PublishedIndicator;

/** What 2018Q4 shows where so many were done of so many due, by area and in all. */
const context = (parts: Readonly<Record<string, readonly [number, number]>>): Context => {
  const figure = (by: Figure["by"], [done, due]: readonly [number, number]): Figure => ({
    indicator: indicator.id,
    quarter: "2018Q4",
    span: "quarter",
    by,
    value: due === 0 ? null : String(done / due),
    numerator: String(done),
    denominator: String(due),
    unit: "rate",
  });
  const all = Object.values(parts).reduce(([a, b], [c, d]) => [a + c, b + d] as const, [0, 0] as const);
  const figures = [figure({}, all), ...Object.entries(parts).map(([area, n]) => figure({ area }, n))];
  const dimensions = [{ id: "area", words: { zh: "地区", en: "area" } }];
  const publication = {
    figures,
    indicators: [indicator],
    quarters: [],
    revisions: [],
    dimensions,
  } as unknown as Publication;
  return {
    edition: new Edition(publication, { files: [], checks: [] }),
    quarter: quarter("2018Q4"),
    lang: "zh",
  };
};

describe("gaps", () => {
  it("are named with their counts, the widest first", () => {
    const seen = context({ 甲镇: [3, 5], 乙镇: [1, 9], 丙镇: [4, 4] });
    expect(widestGaps(indicator, "area", 3, seen)).toBe("乙镇8家、甲镇2家");
    expect(gapTable(indicator, "area", seen).text).toMatch(/乙镇[\s\S]*甲镇[\s\S]*合计/);
  });

  it("of two hundred townships stay a short table: twenty rows, the others added up", () => {
    const parts = Object.fromEntries(
      Array.from({ length: 200 }, (_, i) => [`镇${i}`, [1, 3 + (i % 7)]] as [string, [number, number]]),
    );
    const table = gapTable(indicator, "area", context(parts)).text;
    expect(table.match(/<tr>/g)).toHaveLength(1 + 20 + 1 + 1);
    // 200 townships lack 2 to 8 each: 28 × 35 + the first four of the next round; twenty of them lack 8.
    expect(table).toContain("其余180个");
    expect(table).toContain(">834家<");
    expect(table).toContain(">994家<");
  });

  it("are none where all is done", () => {
    const seen = context({ 甲镇: [5, 5] });
    expect(widestGaps(indicator, "area", 3, seen)).toBe("无");
    expect(gapTable(indicator, "area", seen).text).toContain("本季度无缺口");
  });

  it("are not said to be none where nothing was due: there are no data", () => {
    for (const seen of [context({}), context({ 甲镇: [0, 0] })]) {
      expect(widestGaps(indicator, "area", 3, seen)).toBe("本季度无数据");
      expect(gapTable(indicator, "area", seen).text).toContain("本季度无此项数据");
      expect(gapTable(indicator, "area", seen).text).not.toContain("无缺口");
    }
  });
});
