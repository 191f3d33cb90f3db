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
