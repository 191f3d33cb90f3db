import { existsSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Words } from "../words.ts";
import { words } from "../words.ts";
import { setIn } from "./aside.ts";
import { together } from "./braces.ts";
import { langOf } from "./context.ts";
import { copyScript } from "./copy.ts";
import { addFinder } from "./find.ts";
import { framed } from "./frame.ts";
import { guarded, tagsOf } from "./policy.ts";
import { shelf } from "./shelf.ts";

const idleScript = /<script type="module">\s*import "[^"]*\/_observablehq\/client[^"]*";\s*<\/script>\n?/;

/**
 * What Framework's HTML still lacks: the language, zooming on phones, a policy on what may run, and — on a page without
 * code — the absence of scripts that would do nothing.
 */
export const finishPage = (html: string, path: string): string => {
  const said = html
    .replace("<html>", `<html lang="${langOf(path) === "zh" ? "zh-CN" : "en"}">`)
    .replace(", maximum-scale=1", "");
  const still = idleScript.test(said)
    ? said.replace(idleScript, "").replace(/<link rel="modulepreload"[^>]*>\n?/g, "")
    : said;
  return guarded(
    still.includes('class="copy"') ? still.replace("</body>", () => `${copyScript}\n</body>`) : still,
  );
};

const linked = (tags: readonly string[]): string[] =>
  tags
    .map((tag) => /\s(?:href|src)="([^"]*)"/.exec(tag)?.[1]?.replaceAll("&amp;", "&") ?? "")
    .filter((to) => to !== "" && !/^(?:[a-z]+:|#|\/\/)/i.test(to));

const decoded = (address: string): string => {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
};

const mainOf = (html: string): string => html.slice(html.indexOf("<main"), html.indexOf("</main>"));

/** A token that nobody read, on a page as Framework built it. */
const looseIn = (built: string, path: string): Words[] => {
  const loose = /\{\{[^}]*\}?\}?/.exec(mainOf(built));
  return loose
    ? [words(`页面 ${path} 有未识别的记号 ${loose[0]}`, `page ${path} has an unread token ${loose[0]}`)]
    : [];
};

/**
 * What is wrong with a page that Framework built without complaint.
 * @param path of the page in the site, like `2018Q4/index.html`
 */
export const faultsOf = (html: string, path: string, site: string): Words[] => {
  const faults: Words[] = [];
  const red = /<[a-z]+ class="[^"]*observablehq--error[^>]*>([^<]*)/.exec(mainOf(html));
  if (red)
    faults.push(words(`页面 ${path} 的代码有误：${red[1]}`, `page ${path} has faulty code: ${red[1]}`));
  const tags = tagsOf(html);
  if (tags.some((tag) => /^<script\b/i.test(tag)))
    faults.push(
      words(
        `页面 ${path} 里夹有脚本，页面上只能写代码块`,
        `page ${path} has a script in its text; code belongs into a code block`,
      ),
    );
  for (const to of linked(tags)) {
    const target = decoded(to.replace(/[?#].*$/, ""));
    const file = target.startsWith("/") ? join(site, target) : join(site, dirname(path), target);
    if (![file, `${file}.html`, join(file, "index.html")].some(existsSync) || file === dirname(site))
      faults.push(
        words(`页面 ${path} 的链接 ${to} 无处可去`, `page ${path} links to ${to}, which does not exist`),
      );
  }
  return faults;
};

/**
 * Finishes every page of a built site in place. Returns what is wrong with it; empty when it may be published.
 * @param root the staged root it was built from
 * @param quarter whose pages the finder looks through
 */
export const finishSite = async (site: string, root: string, quarter: string): Promise<Words[]> => {
  const edition = shelf(root);
  const pages = (await readdir(site, { recursive: true })).filter((file) => file.endsWith(".html"));
  const faults: Words[] = [];
  for (const path of pages.sort()) {
    const built = await readFile(join(site, path), "utf8");
    const html = finishPage(framed(setIn(together(built), root), path, edition), path);
    await writeFile(join(site, path), html);
    faults.push(...looseIn(built, path), ...faultsOf(html, path, site));
  }
  await addFinder(site, pages, quarter);
  return faults;
};
