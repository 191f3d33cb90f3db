import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { anchors, slug } from "../src/site/anchors.ts";
import { everyQuarter, filled } from "../src/site/slots.ts";
import { answersTo, slots, tokens } from "../src/site/tokens.ts";
import { contextOf, figureOf, indicatorOf } from "./editions.ts";

/** What somebody may write into a register who has read how pages are made. */
const forged = ["\ue001", "\ue004"]
  .map((mark) => `${mark}${Buffer.from('["room.nothing"]').toString("base64url")}\ue003`)
  .join("");
const visits = indicatorOf("visits", { unit: "enterprise_visit" });
const { edition } = contextOf(
  [visits],
  [
    figureOf(visits, "2018Q3", "5"),
    figureOf(visits, "2018Q4", "7"),
    figureOf(visits, "2018Q4", "3", { area: `<b>"甲&乙"</b> {{镇}} $& ${forged}` }),
  ],
);

const source = `# {{quarter}}走访 \`{{visits\`

走访{{room.visits}}，**{{change room.visits}}**。

{{card room.visits}}
{{card room.visits}}
{{bars room.visits by=area}}

## {{quarter}}走访

| 数 | {{previous}} |
|---|---|
| {{room.visits}} | a |

{{quarters}}
`;

/** Framework's own rule, before which `anchors` stands. */
const markdown = () => {
  const md = new MarkdownIt();
  md.core.ruler.push("anchor", () => {});
  return md;
};

const page = (quarter: string) => ({ path: `/${quarter}/visits`, params: { quarter } });

/** As a preview has it: tokens answered while the page is read. */
const atOnce = (quarter: string): string =>
  markdown()
    .use(tokens(() => edition))
    .use(anchors)
    .render(source, page(quarter));

const forAll = markdown()
  .use(tokens(() => edition, "zh", slots))
  .use(anchors)
  .render(source, page(everyQuarter));

const later = (quarter: string): string =>
  filled(
    forAll,
    answersTo(() => edition, page(quarter), "zh"),
    slug,
  );

describe("a page rendered once for all quarters", () => {
  it("holds no number, and no token that nobody reads but the one in code", () => {
    expect(forAll).not.toMatch(/走访\d|2018/);
    expect(forAll.match(/\{\{/g)).toHaveLength(1);
  });

  it.each(["2018Q3", "2018Q4"])(
    "says of %s what it would say if it were rendered for it alone",
    (quarter) => {
      // An answer from a table's or a heading's text is the same text, however its quotation marks are written.
      const same = (html: string): string => html.replaceAll("&quot;", '"').replaceAll("&#39;", "'");
      expect(same(later(quarter))).toBe(same(atOnce(quarter)));
      expect(later(quarter)).toMatch(/<h1 id="2018年第[三四]季度走访-visits"/);
      expect(later(quarter)).toMatch(/<h2 id="2018年第[三四]季度走访"/);
    },
  );

  it("takes data for what it is, though it looks like a token, a tag or a pattern", () => {
    const html = later("2018Q4");
    expect(html).toContain("&lt;b&gt;&quot;甲&amp;乙&quot;&lt;/b&gt; {{镇}} $&amp;");
    expect(html.replace(/"[^"<>]*"/g, "").replace(/aria-label="[^"]*"/g, "")).not.toContain("<b>");
  });

  it("stops where a token names what was not published, and says on which page", () => {
    const answers = answersTo(() => edition, page("2018Q4"), "zh");
    expect(() => answers.phrase("room.visit")).toThrow(/2018Q4\/visits[\s\S]*room\.visits/);
  });
});
