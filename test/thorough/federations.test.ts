import { existsSync } from "node:fs";
import path from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { putFederation } from "../federation.ts";
import { type InternalSite, internalSite } from "../internal_site.ts";
import { poisonedOn, poisonedSettings, putPoisoned } from "../poison.ts";
import { launch, pagesOf, walk } from "../site_browser.ts";
import { Workbench } from "../workbench.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

describe("a federation of two hundred townships and three programmes", () => {
  let site: InternalSite;
  beforeAll(async () => {
    const bench = new Workbench();
    putFederation(bench, 200);
    site = await internalSite(bench, "rooms: [visits, legal_aid, training]\n");
  }, 300_000);
  afterAll(() => site?.close());

  it("shows every page on a phone and on a desk", async () => {
    expect(await walk(browser, site.url, pagesOf(site.dist))).toEqual([]);
  }, 300_000);

  it("names half of the townships as not covered, and the brief stays short", () => {
    const brief = site.page("2018Q3/index.html");
    expect(brief).toContain("100家");
    expect(brief.length).toBeLessThan(180_000);
  });

  it("shows the programmes that its settings name, and no other", () => {
    expect(existsSync(path.join(site.dist, "2018Q3", "visits.html"))).toBe(true);
    expect(existsSync(path.join(site.dist, "2018Q3", "canteens.html"))).toBe(false);
    expect(site.page("methods.html").includes("食堂")).toBe(false);
  });
});

describe("a small federation, poisoned wherever words come in", () => {
  let site: InternalSite;
  beforeAll(async () => {
    const bench = new Workbench();
    putPoisoned(bench);
    site = await internalSite(bench, poisonedSettings);
  }, 300_000);
  afterAll(() => site?.close());

  it("shows every page in both languages on a phone and on a desk", async () => {
    expect(await walk(browser, site.url, pagesOf(site.dist), { look: poisonedOn })).toEqual([]);
  }, 300_000);
});
