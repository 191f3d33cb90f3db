import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Lang } from "../words.ts";
import { langOf } from "./context.ts";
import { type Passage, passagesOf } from "./passages.ts";

/** The mark that the page for finding carries, where the words to look through are put in. */
const place = '<div id="find"';

export const isFindPage = (html: string): boolean => html.includes(place);

/** Pages to look through: those that stand by themselves and those of one quarter. */
const isSearched = (path: string, quarter: string): boolean =>
  path.includes(`${quarter}/`) || !/\d{4}Q[1-4]\//.test(path);

const script = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("browser/find.ts", import.meta.url))],
    bundle: true,
    format: "iife",
    target: "es2020",
    minify: true,
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
};

/** Columns rather than objects: half the size. */
const indexOf = (passages: readonly Passage[]): string =>
  JSON.stringify({
    to: passages.map((p) => p.to),
    page: passages.map((p) => p.page),
    heading: passages.map((p) => p.heading),
    text: passages.map((p) => p.text),
  });

/**
 * Puts the finder into the pages for finding: a plain script and the words of every page beside it (`find.js`), so that
 * it works from a disk too.
 * @param pages paths of the site's pages
 * @param quarter whose pages are looked through
 */
export const addFinder = async (site: string, pages: readonly string[], quarter: string): Promise<void> => {
  const code = await script();
  for (const path of pages) {
    const html = await readFile(join(site, path), "utf8");
    if (!isFindPage(html)) continue;
    const lang: Lang = langOf(path);
    const passages: Passage[] = [];
    for (const other of pages)
      if (langOf(other) === lang && other !== path && isSearched(other, quarter))
        passages.push(...passagesOf(await readFile(join(site, other), "utf8"), other.replace(/^en\//, "")));
    await writeFile(
      join(site, path.replace(/\.html$/, ".js")),
      `window.passages=${indexOf(passages)};\n${code}`,
    );
    await writeFile(
      join(site, path),
      html.replace("</body>", () => '<script src="./find.js"></script>\n</body>'),
    );
  }
};
