import { posix } from "node:path";
import { footer, header } from "./chrome.ts";
import type { Edition } from "./edition.ts";

/** In the head of every page. Without an icon of its own a browser asks the server for one that is not there. */
export const head = '<link rel="icon" href="data:,">';

/** `/2018Q4/visits` or `./visits` as it is reached from a page: `../2018Q4/visits.html`. A file keeps its address. */
const relative = (to: string, page: string): string => {
  if (posix.extname(to) !== "") return to;
  const file = to.endsWith("/") ? `${to}index.html` : `${to}.html`;
  if (!file.startsWith("/")) return file;
  const path = posix.relative(posix.dirname(`/${page}`), file);
  return path.startsWith(".") ? path : `./${path}`;
};

/** Links to other pages as a browser needs them, from a disk too. @param page path in the site */
export const resolved = (html: string, page: string): string =>
  html.replace(
    / href="(\.{0,2}\/[^"#]*)(#[^"]*)?"/g,
    (_, to: string, anchor: string = "") => ` href="${relative(to, page)}${anchor}"`,
  );

/**
 * Puts head, masthead and foot around a page that Framework built without them: it parses each of them three times a
 * page, which takes longer than the page itself.
 * @param page path in the site, like `2018Q4/visits.html`
 */
export const framed = (html: string, page: string, edition: () => Edition): string => {
  const path = `/${page.replace(/\.html$/, "")}`;
  const part = (name: "header" | "footer", inside: string): string =>
    `<${name} id="observablehq-${name}">\n${resolved(inside, page)}\n</${name}>`;
  return html
    .replace("</head>", () => `${head}\n</head>`)
    .replace("<main ", () => `${part("header", header(edition)({ path }))}\n<main `)
    .replace("</main>", () => `</main>\n${part("footer", `<div>${footer(edition)({ path })}</div>`)}`);
};
