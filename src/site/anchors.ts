import type MarkdownIt from "markdown-it";
import { hasSlot, headingSlot } from "./slots.ts";

/** An id made of a heading's words. */
export const slug = (text: string): string =>
  text
    .trim()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");

/** Gives headings ids made of their own words: Framework's slugs know Latin letters only and leave Chinese empty. */
export const anchors = (md: MarkdownIt): void => {
  md.core.ruler.before("anchor", "chinese_anchor", (state) => {
    const taken = new Map<string, number>();
    for (const [i, open] of state.tokens.entries()) {
      if (open.type !== "heading_open" || open.attrGet("id") !== null) continue;
      const text = (state.tokens[i + 1]?.children ?? [])
        .filter((child) => child.type === "text" || child.type === "code_inline")
        .map((child) => child.content)
        .join("");
      if (hasSlot(text)) {
        open.attrSet("id", headingSlot(text));
        continue;
      }
      const base = slug(text) || "section";
      const times = taken.get(base) ?? 0;
      taken.set(base, times + 1);
      open.attrSet("id", times === 0 ? base : `${base}-${times}`);
    }
  });
};
