import { join } from "node:path";
import type MarkdownIt from "markdown-it";
import type { Lang } from "../words.ts";
import { anchors } from "./anchors.ts";
import { footer, header } from "./chrome.ts";
import { head } from "./frame.ts";
import { quarterPages } from "./quarter_pages.ts";
import { shelf } from "./shelf.ts";
import { everyQuarter } from "./slots.ts";
import { slots, tokens } from "./tokens.ts";

/** A page with code is handed its quarter by Framework, and so is built for each of them. */
const hasCode = (source: string): boolean => ["```", "~~~", "${"].some((mark) => source.includes(mark));

/**
 * What Framework is handed.
 * @param root staged folder with the pages and `published/`
 * @param output folder for the built site
 */
export const siteConfig = ({
  root,
  output,
  lang = "zh",
  quarters,
}: {
  root: string;
  output: string;
  lang?: Lang;
  /**
   * Of a build: what tokens say and what frames a page are put in after it was built, once for all these quarters.
   * Without it pages are built as they are read, as a preview has them.
   */
  quarters?: readonly string[] | undefined;
}) => {
  const edition = shelf(root);
  const quartersOf = (source: string): readonly string[] =>
    quarters === undefined
      ? edition().publication.quarters.map((q) => q.id)
      : hasCode(source)
        ? quarters
        : [everyQuarter];
  return {
    root,
    output,
    // Files keep their names, so that a copied dist opens from a disk or a plain file server.
    preserveExtension: true,
    preserveIndex: true,
    globalStylesheets: [],
    style: "style.css",
    pages: [],
    sidebar: false,
    pager: false,
    toc: false,
    ...(quarters ? { footer: null } : { head, header: header(edition), footer: footer(edition) }),
    typographer: false,
    dynamicPaths: () =>
      quarterPages(root).flatMap(({ folder, name, source }) =>
        quartersOf(source).map((q) => join("/", folder, q, name)),
      ),
    markdownIt: (md: MarkdownIt): MarkdownIt => md.use(tokens(edition, lang, quarters && slots)).use(anchors),
  };
};
