import { type DefaultTreeAdapterTypes, parse } from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** A run of text on a page, with the heading it stands under. */
export interface Passage {
  /** Path in the site, with the anchor of the nearest heading: `2018Q4/visits.html#缺口`. */
  readonly to: string;
  readonly page: string;
  readonly heading: string;
  readonly text: string;
}

const blockTags = new Set(["h1", "h2", "h3", "p", "li", "figcaption", "tr", "dt", "dd"]);

const attribute = ({ attrs }: Element, name: string): string =>
  attrs.find((one) => one.name === name)?.value ?? "";
const hasClass = (element: Element, name: string): boolean =>
  attribute(element, "class").split(/\s/).includes(name);
const elementsIn = (nodes: readonly Node[]): Element[] =>
  nodes.filter((node): node is Element => "tagName" in node);

const isBlock = (element: Element): boolean => blockTags.has(element.tagName) || hasClass(element, "caption");

/**
 * The blocks below an element, in the order of the page: those that hold others are found through them, and menus and
 * what copies a table are left out.
 */
const blocksBelow = ({
  childNodes,
}: Element): { readonly any: boolean; readonly found: readonly Element[] } => {
  let any = false;
  const found: Element[] = [];
  for (const child of elementsIn(childNodes)) {
    const below = blocksBelow(child);
    const block = isBlock(child);
    any ||= block || below.any;
    if (child.tagName === "nav" || hasClass(child, "copy")) continue;
    if (block && !below.any) found.push(child);
    else found.push(...below.found);
  }
  return { any, found };
};

const textOf = (node: Node): string =>
  "value" in node ? node.value : "childNodes" in node ? node.childNodes.map(textOf).join("") : "";

const spaced = (element: Element | undefined): string =>
  element ? textOf(element).replace(/\s+/g, " ").trim() : "";

/** The first element of a kind, in the order of the page. */
const firstOf = (tag: string, nodes: readonly Node[]): Element | undefined => {
  for (const element of elementsIn(nodes)) {
    const found = element.tagName === tag ? element : firstOf(tag, element.childNodes);
    if (found) return found;
  }
  return undefined;
};

/** What can be found on a page, block by block. @param path of the page in the site */
export const passagesOf = (html: string, path: string): Passage[] => {
  // Drawings repeat what stands in words; without them a page is a fraction of its size.
  const { childNodes } = parse(html.replace(/<svg[\s\S]*?<\/svg>/g, ""));
  const main = firstOf("main", childNodes);
  if (!main) return [];
  const page = spaced(firstOf("h1", childNodes) ?? firstOf("title", childNodes));
  const found: Passage[] = [];
  let heading = "";
  let anchor = "";
  for (const element of blocksBelow(main).found) {
    const text = spaced(element);
    if (/^h[23]$/.test(element.tagName)) {
      heading = text;
      const id = attribute(element, "id");
      anchor = id === "" ? anchor : `#${id}`;
    }
    if (text.length > 1) found.push({ to: path + anchor, page, heading, text });
  }
  return found;
};
