import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Lang, type Words, words } from "../words.ts";
import { slug } from "./anchors.ts";
import { langOf } from "./context.ts";
import { copyScript } from "./copy.ts";
import type { DrawnAhead } from "./drawn_ahead.ts";
import type { Edition } from "./edition.ts";
import { framed, resolved } from "./frame.ts";
import { guarded, tagsOf } from "./policy.ts";
import { filled } from "./slots.ts";
import { answersTo, pageOf } from "./tokens.ts";

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
export const looseIn = (built: string, path: string): Words[] => {
  const loose = /\{\{[^}]*\}?\}?/.exec(mainOf(built));
  return loose
    ? [words(`页面 ${path} 有未识别的记号 ${loose[0]}`, `page ${path} has an unread token ${loose[0]}`)]
    : [];
};

/** What is wrong with a finished page, and the files of the site that it links to. */
export interface FinishedPage {
  readonly faults: readonly Words[];
  readonly links: readonly string[];
}

const readPage = (html: string, path: string): FinishedPage => {
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
  return { faults, links: linked(tags) };
};

/** Where a link on a page leads: a file below the site's folder. */
const targetOf = (to: string, path: string): string => {
  const target = decoded(to.replace(/[?#].*$/, ""));
  return target.startsWith("/") ? join(".", target) : join(dirname(path), target);
};

export const nowhere = (path: string, to: string): Words =>
  words(`页面 ${path} 的链接 ${to} 无处可去`, `page ${path} links to ${to}, which does not exist`);

/** Whether a link leads to something. @param isThere whether the site has a file or folder */
export const leads = (to: string, path: string, isThere: (file: string) => boolean): boolean => {
  const file = targetOf(to, path);
  return file !== ".." && [file, `${file}.html`, join(file, "index.html")].some(isThere);
};

/**
 * What is wrong with a page that Framework built without complaint.
 * @param path of the page in the site, like `2018Q4/index.html`
 */
export const faultsOf = (html: string, path: string, site: string): Words[] => {
  const { faults, links } = readPage(html, path);
  const lost = links.filter((to) => !leads(to, path, (file) => existsSync(join(site, file))));
  return [...faults, ...lost.map((to) => nowhere(path, to))];
};

/** A page of the site, and the page that Framework built for it: for its quarter alone or for all of them. */
export interface Task {
  readonly path: string;
  readonly own: string;
}

/** Where pages come from, what is put into them, and where they go. */
export interface Desk {
  /** Framework's output, left as it is. */
  readonly built: string;
  readonly site: string;
  readonly edition: Edition;
  readonly lang: Lang;
}

/**
 * Writes a page of the site: what tokens say is put into it, with masthead, foot and policy.
 * @param ahead drawings that are there already
 * @throws PageError when a token names something that was not published
 */
export const writePage = async (
  { path, own }: Task,
  { built, site, edition, lang }: Desk,
  ahead?: DrawnAhead,
): Promise<FinishedPage> => {
  const { phrase, drawings } = answersTo(() => edition, pageOf(path), lang);
  const drawn = (own: readonly string[]): string => ahead?.take(path, own) ?? drawings(own);
  const html = await readFile(join(built, own), "utf8");
  const whole = filled(html, { phrase, drawings: (own) => resolved(drawn(own), path) }, slug);
  const finished = finishPage(
    framed(whole, path, () => edition),
    path,
  );
  await mkdir(dirname(join(site, path)), { recursive: true });
  await writeFile(join(site, path), finished);
  return readPage(finished, path);
};
