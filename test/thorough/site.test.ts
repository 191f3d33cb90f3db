import { cpSync } from "node:fs";
import path from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServedSite, servedSite } from "../served_site.ts";
import { launch, pagesOf, walk } from "../site_browser.ts";
import { home, Workbench } from "../workbench.ts";
import { describeInternal } from "./internal_edition.ts";

const bench = new Workbench();
const dist = path.join(bench.folder, "dist");
let site: ServedSite;
let browser: Browser;

beforeAll(async () => {
  cpSync(path.join(home, "data", "demo"), path.join(bench.data, "demo"), { recursive: true });
  site = await servedSite(bench, dist);
  browser = await launch();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  site?.server.close();
  bench.clear();
});

it("the demonstration's site shows every page on a phone and on a desk: nothing runs over, nothing fails, no other host is asked, no English on a Chinese page, axe finds nothing serious", async () => {
  const pages = pagesOf(dist);
  expect(pages.length).toBeGreaterThan(150);
  expect(await walk(browser, site.url, pages, { accessible: () => true })).toEqual([]);
}, 600_000);

describe("the internal edition", () => describeInternal(bench, () => browser));
