import type { Figure } from "../src/figure.ts";
import type { Publication, PublishedIndicator } from "../src/publication.ts";
import { quartersBetween } from "../src/quarter.ts";
import type { Context } from "../src/site/context.ts";
import { Edition } from "../src/site/edition.ts";
import { words } from "../src/words.ts";

/** An indicator of a room called `room`, with what a test does not care about filled in. */
export const indicatorOf = (
  id: string,
  more: Partial<PublishedIndicator> & Pick<PublishedIndicator, "unit">,
): PublishedIndicator => ({
  id: `room.${id}`,
  room: "room",
  words: words(id, id),
  formula: words("公式", "formula"),
  reading: words("口径", "reading"),
  source: { quote: "", from: words("出处", "source") },
  better: "more",
  span: "flow",
  by: ["area", "month"],
  sql: "",
  ...more,
});

/** A total or part of an indicator in a quarter. */
export const figureOf = (
  { id, unit }: PublishedIndicator,
  quarter: string,
  value: string | null,
  by: Figure["by"] = {},
  parts: Partial<Pick<Figure, "numerator" | "denominator" | "hidden">> = {},
): Figure => ({
  indicator: id,
  quarter,
  span: "quarter",
  by,
  value,
  numerator: value,
  denominator: null,
  unit,
  ...parts,
});

/** What a page of 2018Q4 sees, where these were published from 2017Q1 on. */
export const contextOf = (
  indicators: readonly PublishedIndicator[],
  figures: readonly Figure[],
  more: Partial<Publication> = {},
): Context => {
  const quarters = quartersBetween("2017Q1", "2018Q4");
  const publication: Publication = {
    federation: words("示范市总工会", "Shifan"),
    audience: "public",
    demo: true,
    asOf: "2018-12-31",
    quarters,
    rooms: [{ id: "room", words: words("业务", "room") }],
    pages: [],
    unshown: [],
    indicators,
    headlines: [],
    dimensions: [
      { id: "area", words: words("地区", "area") },
      { id: "month", words: words("月份", "month"), ordered: true },
    ],
    closed: [],
    figures,
    gaps: [],
    lists: [],
    targets: [],
    completeness: [],
    releases: [],
    revisions: [],
    templates: [],
    ...more,
  };
  const edition = new Edition(publication, { files: [], checks: [] });
  return { edition, quarter: edition.quarter("2018Q4"), lang: "zh" };
};
