import { createRequire } from "node:module";

/**
 * Loaded before Framework, which makes a browser window for every piece of HTML it looks into, five times a page, and
 * uses nothing of it but the document. Here all documents come from one window's parser: a window takes longer to make
 * than a page to parse. Framework takes JSDOM from the same module object; one that did not would only be slower.
 */
const require = createRequire(createRequire(import.meta.url).resolve("@observablehq/framework/package.json"));
const jsdom = require("jsdom") as { JSDOM: new (html: string) => { readonly window: Window } };

const parser = new (new jsdom.JSDOM("").window as Window & { DOMParser: typeof DOMParser }).DOMParser();

jsdom.JSDOM = class {
  readonly window: Window;

  constructor(html: string) {
    this.window = { document: parser.parseFromString(html, "text/html") } as Window;
  }
};
