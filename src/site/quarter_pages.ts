import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A Markdown file that stands for a page of every quarter. */
export interface QuarterPage {
  /** Before the quarter in the page's path: none, or that of the English pages. */
  readonly folder: string;
  readonly name: string;
  readonly source: string;
}

/** The pages of every quarter: Markdown in a `[quarter]` folder. @param root the staged root */
export const quarterPages = (root: string): QuarterPage[] =>
  ["", "en"].flatMap((folder) => {
    const pages = join(root, folder, "[quarter]");
    return readdirSync(pages)
      .filter((file) => file.endsWith(".md"))
      .map((file) => ({
        folder,
        name: file.slice(0, -".md".length),
        source: readFileSync(join(pages, file), "utf8"),
      }));
  });
