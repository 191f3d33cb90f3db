import { JSDOM } from "jsdom";

/** A run of text on a page, with the heading it stands under. */
export interface Passage {
  /** Path in the site, with the anchor of the nearest heading: `2018Q4/visits.html#缺口`. */
  readonly to: string;
  readonly page: string;
  readonly heading: string;
  readonly text: string;
}

const blocks = "h1, h2, h3, p, li, figcaption, .caption, tr, dt, dd";

const spaced = (text: string | null): string => (text ?? "").replace(/\s+/g, " ").trim();

/** What can be found on a page, block by block. @param path of the page in the site */
export const passagesOf = (html: string, path: string): Passage[] => {
  // Drawings repeat what stands in words; without them a page is a fraction of its size.
  const { document } = new JSDOM(html.replace(/<svg[\s\S]*?<\/svg>/g, "")).window;
  const main = document.querySelector("main");
  if (!main) return [];
  const page = spaced(document.querySelector("h1")?.textContent ?? document.title);
  const found: Passage[] = [];
  let heading = "";
  let anchor = "";
  for (const element of main.querySelectorAll(blocks)) {
    // A block that holds others is found through them.
    if (element.querySelector(blocks) || element.closest("nav, .copy")) continue;
    const text = spaced(element.textContent);
    if (/^H[23]$/.test(element.tagName)) {
      heading = text;
      anchor = element.id === "" ? anchor : `#${element.id}`;
    }
    if (text.length > 1) found.push({ to: path + anchor, page, heading, text });
  }
  return found;
};
