import { existsSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Words } from "../words.ts";
import { words } from "../words.ts";
import { setIn } from "./aside.ts";
import { langOf } from "./context.ts";
import { copyScript } from "./copy.ts";
import { addFinder } from "./find.ts";
import { framed } from "./frame.ts";
import { shelf } from "./shelf.ts";

const idleScript = /<script type="module">\s*import "[^"]*\/_observablehq\/client[^"]*";\s*<\/script>\n?/;

/**
 * What Framework's HTML still lacks: the language, zooming on phones, and — on a page without code — the absence of
 * scripts that would do nothing.
 */
export const finishPage = (html: string, path: string): string => {
  const said = html
    .replace("<html>", `<html lang="${langOf(path) === "zh" ? "zh-CN" : "en"}">`)
    .replace(", maximum-scale=1", "");
  const still = idleScript.test(said)
    ? said.replace(idleScript, "").replace(/<link rel="modulepreload"[^>]*>\n?/g, "")
    : said;
  return still.includes('class="copy"') ? still.replace("</body>", () => `${copyScript}\n</body>`) : still;
};

const linked = (html: string): string[] =>
  [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)]
    .map((match) => (match[1] as string).replaceAll("&amp;", "&"))
    .filter((to) => to !== "" && !/^(?:[a-z]+:|#|\/\/)/i.test(to));

/**
 * What is wrong with a page that Framework built without complaint.
 * @param path of the page in the site, like `2018Q4/index.html`
 */
export const faultsOf = (html: string, path: string, site: string): Words[] => {
  const faults: Words[] = [];
  const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
  const red = /observablehq--error[^>]*>([^<]*)/.exec(main);
  if (red)
    faults.push(words(`页面 ${path} 的代码有误：${red[1]}`, `page ${path} has faulty code: ${red[1]}`));
  const loose = /\{\{[^}]*\}?\}?/.exec(main);
  if (loose)
    faults.push(
      words(`页面 ${path} 有未识别的记号 ${loose[0]}`, `page ${path} has an unread token ${loose[0]}`),
    );
  for (const to of linked(html)) {
    const target = decodeURI(to.replace(/[?#].*$/, ""));
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
    const html = finishPage(
      framed(setIn(await readFile(join(site, path), "utf8"), root), path, edition),
      path,
    );
    await writeFile(join(site, path), html);
    faults.push(...faultsOf(html, path, site));
  }
  await addFinder(site, pages, quarter);
  return faults;
};
