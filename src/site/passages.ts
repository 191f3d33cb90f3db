import { JSDOM } from "jsdom";

/** A run of text on a page, with the heading it stands under. */
export interface Passage {
  /** Path in the site, with the anchor of the nearest heading: `2018Q4/visits.html#缺口`. */
  readonly to: string;
  readonly page: string;
  readonly heading: string;
  readonly text: string;
}

/** One window for all pages: to make one takes longer than to read a page. */
const parser = new new JSDOM("").window.DOMParser();

const blockTags = new Set(["H1", "H2", "H3", "P", "LI", "FIGCAPTION", "TR", "DT", "DD"]);

const isBlock = (element: Element): boolean =>
  blockTags.has(element.tagName) || element.classList.contains("caption");

/**
 * The blocks below an element, in the order of the page: those that hold others are found through them, and menus and
 * what copies a table are left out. Walked by hand: a selector asked of every block takes four times as long.
 */
const blocksBelow = (element: Element): { readonly any: boolean; readonly found: readonly Element[] } => {
  let any = false;
  const found: Element[] = [];
  for (const child of element.children) {
    const below = blocksBelow(child);
    const block = isBlock(child);
    any ||= block || below.any;
    if (child.tagName === "NAV" || child.classList.contains("copy")) continue;
    if (block && !below.any) found.push(child);
    else found.push(...below.found);
  }
  return { any, found };
};

const spaced = (text: string | null): string => (text ?? "").replace(/\s+/g, " ").trim();

/** What can be found on a page, block by block. @param path of the page in the site */
export const passagesOf = (html: string, path: string): Passage[] => {
  // Drawings repeat what stands in words; without them a page is a fraction of its size.
  const document = parser.parseFromString(html.replace(/<svg[\s\S]*?<\/svg>/g, ""), "text/html");
  const [main] = document.getElementsByTagName("main");
  if (!main) return [];
  const page = spaced(document.getElementsByTagName("h1")[0]?.textContent ?? document.title);
  const found: Passage[] = [];
  let heading = "";
  let anchor = "";
  for (const element of blocksBelow(main).found) {
    const text = spaced(element.textContent);
    if (/^H[23]$/.test(element.tagName)) {
      heading = text;
      anchor = element.id === "" ? anchor : `#${element.id}`;
    }
    if (text.length > 1) found.push({ to: path + anchor, page, heading, text });
  }
  return found;
};
