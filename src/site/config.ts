import { readdirSync } from "node:fs";
import { join } from "node:path";
import type MarkdownIt from "markdown-it";
import type { Lang } from "../words.ts";
import { anchors } from "./anchors.ts";
import { keepAside } from "./aside.ts";
import { apart } from "./braces.ts";
import { footer, header } from "./chrome.ts";
import { head } from "./frame.ts";
import { shelf } from "./shelf.ts";
import { tokens } from "./tokens.ts";

/** Pages of every quarter: one path for each Markdown file in a `[quarter]` folder and each quarter. */
const quarterPaths = (root: string, quarters: readonly string[]): string[] =>
  ["", "en"].flatMap((folder) =>
    readdirSync(join(root, folder, "[quarter]"))
      .filter((file) => file.endsWith(".md"))
      .flatMap((file) => quarters.map((q) => join("/", folder, q, file.slice(0, -".md".length)))),
  );

/**
 * What Framework is handed.
 * @param root staged folder with the pages and `published/`
 * @param output folder for the built site
 */
export const siteConfig = ({
  root,
  output,
  lang = "zh",
  aside = false,
}: {
  root: string;
  output: string;
  lang?: Lang;
  /** Drawings and what frames a page are put in after it was built. */
  aside?: boolean;
}) => {
  const edition = shelf(root);
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
    ...(aside ? { footer: null } : { head, header: header(edition), footer: footer(edition) }),
    typographer: false,
    dynamicPaths: () =>
      quarterPaths(
        root,
        edition().publication.quarters.map((q) => q.id),
      ),
    markdownIt: (md: MarkdownIt): MarkdownIt =>
      md.use(aside ? tokens(edition, lang, keepAside(root), apart) : tokens(edition, lang)).use(anchors),
  };
};
