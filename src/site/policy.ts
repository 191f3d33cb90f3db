import { createHash } from "node:crypto";
import { copyScript } from "./copy.ts";

const charset = '<meta charset="utf-8">\n';

/** The script that Framework puts into the head of a page with code: nothing of the data stands in it. */
const code =
  /<script type="module">(\s*import (?:\{[^}]*\} from )?"[./]+\/_observablehq\/client[\s\S]*?)<\/script>/;
const finder = '<script src="./find.js"></script>';

const insideOf = (script: string): string => script.replace(/^<script[^>]*>|<\/script>$/g, "");

/** The scripts that stand in a page by right, as they are written there. */
const ownScripts = (html: string): string[] => {
  const head = html.slice(0, html.indexOf("</head>"));
  const framework = code.exec(head)?.[0];
  return [...(framework === undefined ? [] : [framework]), copyScript].filter((script) =>
    html.includes(script),
  );
};

/**
 * The tags of a page, without the scripts that stand in it by right. What data say is no tag: its angle brackets are
 * written as entities in texts, its quotation marks in attributes.
 */
export const tagsOf = (html: string): string[] =>
  ownScripts(html)
    .reduce((rest, script) => rest.replace(script, ""), html.replace(finder, ""))
    .match(/<[a-z](?:[^<>"]|"[^"]*")*>/gi) ?? [];

/**
 * The Content-Security-Policy of a page: its own scripts by their hashes, files beside it, no other host, no `eval`, no
 * handlers in attributes. Scripts that got into the page some other way have no hash here and do not run.
 */
export const policyOf = (html: string): string => {
  const hashes = ownScripts(html).map(
    (script) => ` 'sha256-${createHash("sha256").update(insideOf(script)).digest("base64")}'`,
  );
  return [
    "default-src 'none'",
    `script-src 'self'${hashes.join("")}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ].join("; ");
};

/** A finished page with its policy in its head, so that it holds on any server and from a disk. */
export const guarded = (html: string): string =>
  html.replace(
    charset,
    () =>
      `${charset}<meta http-equiv="Content-Security-Policy" content="${policyOf(html)}">\n<meta name="referrer" content="no-referrer">\n`,
  );
