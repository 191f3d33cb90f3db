import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { DrawnAhead } from "../src/site/drawn_ahead.ts";
import { drawingsIn, tokens } from "../src/site/tokens.ts";
import { contextOf } from "./editions.ts";
import { home } from "./workbench.ts";

const { edition } = contextOf([], []);

/** The groups that the Markdown rule asks for. */
const asked = (source: string): (readonly string[])[] => {
  const groups: (readonly string[])[] = [];
  const drawings = (insides: readonly string[]): string => {
    groups.push(insides);
    return "";
  };
  new MarkdownIt({ html: true })
    .use(tokens(() => edition, "zh", { phrase: () => "", drawings }))
    .render(source);
  return groups;
};

const folders = ["[quarter]", "en/[quarter]"].map((folder) => path.join(home, "reports", folder));
const pages = folders.flatMap((folder) => readdirSync(folder).map((file) => path.join(folder, file)));

describe("drawings made ahead", () => {
  it.each(pages.map((page) => [path.relative(home, page), page]))("are those that %s asks for", (_, page) => {
    const source = readFileSync(page, "utf8");
    expect(drawingsIn(source)).toEqual(asked(source));
  });

  it("are grouped by line and kind", () => {
    const source =
      "{{card a.b}}\n  {{card a.c}}\n{{bars a.b by=area}}\n{{trend a.b}}\n\n{{trend a.c}}\n走访{{a.b}}\n{{a.b}}\n";
    expect(drawingsIn(source)).toEqual([
      ["card a.b", "card a.c"],
      ["bars a.b by=area", "trend a.b"],
      ["trend a.c"],
    ]);
    expect(asked(source)).toEqual(drawingsIn(source));
  });

  it("are given away once, to the page that they were drawn for", () => {
    const ahead = new DrawnAhead();
    ahead.put("2018Q4/visits.html", ["card a.b"], "drawn");
    expect(ahead.isFull).toBe(false);
    expect(ahead.take("2018Q3/visits.html", ["card a.b"])).toBeUndefined();
    expect(ahead.take("2018Q4/visits.html", ["card a.b", "card a.c"])).toBeUndefined();
    expect(ahead.take("2018Q4/visits.html", ["card a.b"])).toBe("drawn");
    expect(ahead.take("2018Q4/visits.html", ["card a.b"])).toBeUndefined();
    ahead.put("2018Q4/index.html", ["card a.b"], "x".repeat(60_000_001));
    expect(ahead.isFull).toBe(true);
  });
});
