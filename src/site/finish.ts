import { existsSync } from "node:fs";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { type Lang, type Words, words } from "../words.ts";
import { slug } from "./anchors.ts";
import { langOf } from "./context.ts";
import { copyScript } from "./copy.ts";
import type { DrawnAhead } from "./drawn_ahead.ts";
import type { Edition } from "./edition.ts";
import { addFinder } from "./find.ts";
import { framed, resolved } from "./frame.ts";
import { guarded, tagsOf } from "./policy.ts";
import { everyQuarter, filled } from "./slots.ts";
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
const looseIn = (built: string, path: string): Words[] => {
  const loose = /\{\{[^}]*\}?\}?/.exec(mainOf(built));
  return loose
    ? [words(`页面 ${path} 有未识别的记号 ${loose[0]}`, `page ${path} has an unread token ${loose[0]}`)]
    : [];
};

/** What is wrong with a finished page, and the files of the site that it links to. */
const readPage = (html: string, path: string): { readonly faults: Words[]; readonly links: string[] } => {
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

const nowhere = (path: string, to: string): Words =>
  words(`页面 ${path} 的链接 ${to} 无处可去`, `page ${path} links to ${to}, which does not exist`);

/** Whether a link leads to something. @param isThere whether the site has a file or folder */
const leads = (to: string, path: string, isThere: (file: string) => boolean): boolean => {
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

/** What pages link to or fetch, and where: a preview has the same under these addresses. */
const besidePages = [
  [join("published", "templates"), join("published", "templates")],
  [join("published", "figures"), join("_file", "published", "figures")],
] as const;

/** A page as Framework built it, for one quarter or for all of them. */
interface Built {
  readonly path: string;
  readonly html: string;
}

/** One page for every quarter that it stands for. */
const quarterly = ({ path, html }: Built, quarters: readonly string[]): Built[] =>
  path.includes(`${everyQuarter}/`)
    ? quarters.map((quarter) => ({ path: path.replace(everyQuarter, () => quarter), html }))
    : [{ path, html }];

/**
 * Makes the site of what Framework built: what tokens say is put into every page of every quarter, with masthead, foot
 * and policy. Returns what is wrong with it; empty when it may be published.
 * @param built Framework's output, left as it is
 * @param root the staged root it was built from
 * @param site folder that does not exist yet
 * @param ahead drawings that are there already
 */
export const finishSite = async (
  built: string,
  root: string,
  site: string,
  edition: Edition,
  lang: Lang,
  ahead?: DrawnAhead,
): Promise<Words[]> => {
  const isPage = (file: string): boolean => file.endsWith(".html");
  await cp(built, site, { recursive: true, filter: (file) => !isPage(file) });
  for (const [from, to] of besidePages) await cp(join(root, from), join(site, to), { recursive: true });
  const quarters = edition.publication.quarters.map(({ id }) => id);
  const paths = (await readdir(built, { recursive: true }))
    .filter(isPage)
    .map((file) => file.replaceAll(sep, "/"))
    .sort();
  const faults: Words[] = [];
  const pages: string[] = [];
  const links: [path: string, to: readonly string[]][] = [];
  for (const own of paths) {
    const source = { path: own, html: await readFile(join(built, own), "utf8") };
    faults.push(...looseIn(source.html, own));
    for (const { path, html } of quarterly(source, quarters)) {
      const { phrase, drawings } = answersTo(() => edition, pageOf(path), lang);
      const drawn = (own: readonly string[]): string => ahead?.take(path, own) ?? drawings(own);
      const whole = filled(html, { phrase, drawings: (own) => resolved(drawn(own), path) }, slug);
      const finished = finishPage(
        framed(whole, path, () => edition),
        path,
      );
      await mkdir(dirname(join(site, path)), { recursive: true });
      await writeFile(join(site, path), finished);
      pages.push(path);
      const read = readPage(finished, path);
      faults.push(...read.faults);
      links.push([path, read.links]);
    }
  }
  for (const folder of [everyQuarter, join("en", everyQuarter)])
    await rm(join(site, folder), { recursive: true, force: true });
  const there = new Set(await readdir(site, { recursive: true }).then((all) => [".", ...all]));
  for (const [path, own] of links)
    for (const to of own)
      if (!leads(to, path, (file) => there.has(file.replace(/\/$/, "")))) faults.push(nowhere(path, to));
  await addFinder(site, pages.sort(), edition.latest.id);
  return faults;
};
