import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { tokens } from "../src/site/tokens.ts";
import { words } from "../src/words.ts";
import { contextOf, figureOf, indicatorOf } from "./editions.ts";

const visits = {
  ...indicatorOf("visits", { unit: "enterprise_visit", words: words("走访家次", "Visits") }),
  id: "visits.visits",
};
const { edition } = contextOf([visits], [figureOf(visits, "2018Q4", "1234")]);

describe("tokens in prose", () => {
  const render = (source: string, page = "/2018Q4/index"): string =>
    new MarkdownIt().use(tokens(() => edition)).render(source, { path: page, params: { quarter: "2018Q4" } });

  it("become the figure with its counting word", () => {
    expect(render("走访{{visits.visits}}")).toBe("<p>走访1,234家次</p>\n");
    expect(render("{{visits.visits}}", "/en/2018Q4/index")).toBe("<p>1,234 enterprise visits</p>\n");
  });

  it("stop the build when they name what was not published, and say what was meant", () => {
    expect(() => render("{{visits.vists}}")).toThrow(/visits\.visits/);
    expect(() => render("{{bars visits.visits by=colour}}")).toThrow(/colour/);
    expect(() => render("{{bar visits.visits}}")).toThrow(/bar/);
    expect(() => render("{{visits.visits")).not.toThrow();
  });
});
