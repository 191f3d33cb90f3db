import { describe, expect, it } from "vitest";
import type { Figure } from "../src/figure.ts";
import type { Publication, PublishedIndicator } from "../src/publication.ts";
import { quarter } from "../src/quarter.ts";
import { Edition } from "../src/site/edition.ts";
import { sentence } from "../src/site/sentence.ts";
import type { Unit } from "../src/unit.ts";

/** An edition of one indicator with these values in 2017Q4, 2018Q3 and 2018Q4; undefined is no figure at all. */
const said = (
  unit: Unit,
  [yearBefore, previous, now]: readonly (string | null | undefined)[],
  lang: "zh" | "en" = "zh",
  hidden: readonly string[] = [],
): string => {
  const indicator = {
    id: "room.losses",
    words: { zh: "挽回经济损失", en: "losses recovered" },
    unit,
    by: [],
    better: "more",
  } as unknown as PublishedIndicator;
  const values = { "2017Q4": yearBefore, "2018Q3": previous, "2018Q4": now };
  const figures = Object.entries(values).flatMap(([id, value]): Figure[] =>
    value === undefined
      ? []
      : [
          {
            indicator: indicator.id,
            quarter: id,
            span: "quarter",
            by: {},
            value: hidden.includes(id) ? null : value,
            numerator: null,
            denominator: null,
            unit,
            ...(hidden.includes(id) && { hidden: { value: "※" } }),
          },
        ],
  );
  const publication = {
    figures,
    indicators: [indicator],
    quarters: [],
    revisions: [],
    dimensions: [],
  } as unknown as Publication;
  const edition = new Edition(publication, { files: [], checks: [] });
  return sentence(indicator, { edition, quarter: quarter("2018Q4"), lang });
};

describe("a figure in one sentence", () => {
  it.each([
    [
      "rising",
      ["1000000.00", "2000000.00", "2500000.00"],
      "挽回经济损失250.00万元，环比增长25.0%（上季度200.00万元），同比增长150.0%（上年同期100.00万元）。",
    ],
    [
      "falling",
      ["4000000.00", "2000000.00", "1000000.00"],
      "挽回经济损失100.00万元，环比下降50.0%（上季度200.00万元），同比下降75.0%（上年同期400.00万元）。",
    ],
    [
      "level",
      ["1000000.00", "1000000.00", "1000000.00"],
      "挽回经济损失100.00万元，与上季度持平（100.00万元），与上年同期持平（100.00万元）。",
    ],
    [
      "without a base",
      [undefined, null, "1000000.00"],
      "挽回经济损失100.00万元，上季度无数据，不作环比比较，上年同期无数据，不作同比比较。",
    ],
    [
      "on a zero base",
      ["0.00", "0.00", "1000000.00"],
      "挽回经济损失100.00万元，上季度为0，不作环比比较，上年同期为0，不作同比比较。",
    ],
    ["not measured", ["1000000.00", "1000000.00", null], "挽回经济损失本季度无数据。"],
  ])("%s", (_, values, wanted) => expect(said("yuan", values)).toBe(wanted));

  it("moves by percentage points where it is a rate", () => {
    expect(said("rate", ["0.9", "0.8", "0.85"])).toBe(
      "挽回经济损失85.0%，环比提高5.0个百分点（上季度80.0%），同比降低5.0个百分点（上年同期90.0%）。",
    );
    expect(said("rate", ["0", "0", "0.85"])).toContain("环比提高85.0个百分点（上季度0.0%）");
  });

  it("says that a number is withheld, and compares nothing with it", () => {
    expect(said("person", ["20", "5", "30"], "zh", ["2018Q3"])).toBe(
      "挽回经济损失30人，上季度数据不公布，不作环比比较，同比增长50.0%（上年同期20人）。",
    );
    expect(said("person", ["20", "15", "3"], "zh", ["2018Q4"])).toBe("挽回经济损失本季度数据不公布。");
  });

  it("reads in English too", () => {
    expect(said("yuan", [undefined, "2000000.00", "2500000.00"], "en")).toBe(
      "Losses recovered: ¥2.50 million, up 25.0% on the previous quarter (¥2.00 million); there are no data for the same quarter last year.",
    );
  });
});
