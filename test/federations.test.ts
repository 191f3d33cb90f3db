import path from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type InternalSite, internalSite, sheetsOf } from "./internal_site.ts";
import { poison, poisonedOn, poisonedSettings, putPoisoned } from "./poison.ts";
import { launch, pagesOf, walk, watched } from "./site_browser.ts";
import { filesBelow, Workbench } from "./workbench.ts";

describe("a small federation, poisoned wherever words come in, with a quarter without data and a base of zero", () => {
  const bench = new Workbench();
  let browser: Browser;
  let site: InternalSite;
  beforeAll(async () => {
    putPoisoned(bench);
    site = await internalSite(bench, poisonedSettings, "--pdf", "--quarter", "2018Q3");
    browser = await launch();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  it("shows every page on a phone and on a desk", async () => {
    // Poison shows itself at any width, the other quarters have less to show than the third, and English pages say the
    // same words of the registers as their counterparts: test/thorough/ opens all of them at both.
    const desks = (page: string): boolean => page.startsWith("2018Q3");
    const pages = pagesOf(site.dist).filter(
      (page) =>
        (!/2018Q[14]/.test(page) && !/^en\/2018Q/.test(page)) ||
        /^en\/2018Q3\/(?:index|visits|legal_aid|below)/.test(page),
    );
    expect(pages.length).toBeGreaterThan(35);
    expect(await walk(browser, site.url, pages, { look: poisonedOn, desks })).toEqual([]);
  }, 120_000);

  it("shows poison as text in the finder and in what is said of a dropped file", async () => {
    const tab = await browser.newPage();
    const faults = await watched(tab, site.url);
    await tab.goto(`${site.url}find.html`);
    await tab.getByRole("searchbox").fill("onerror=poisoned");
    await tab.locator("#find li").first().waitFor();
    faults.push(...(await poisonedOn(tab)));
    await tab.goto(`${site.url}check.html`, { waitUntil: "networkidle" });
    await tab.locator("input[type=file]").setInputFiles(path.join(bench.data, `${poison}.csv`));
    await tab.locator(".findings table").first().waitFor();
    expect(await tab.locator(".findings").textContent()).toContain("<img src=x onerror=poisoned=1>");
    expect(await tab.locator(".findings").textContent()).toContain("[U+202E]gnp.csv");
    expect([...faults, ...(await poisonedOn(tab))]).toEqual([]);
    await tab.close();
  });

  it("shows every programme where its settings name none, and the brief stays short", () => {
    for (const room of ["visits", "canteens"])
      expect(filesBelow(site.dist)).toContain(path.join("2018Q3", `${room}.html`));
    expect(site.page("methods.html")).toContain("食堂");
    expect(site.page("2018Q3/index.html").length).toBeLessThan(180_000);
  });

  it("compares a first quarter with nothing, and a zero base with words", () => {
    expect(site.headline("2018Q1", "legal_aid.recovered")).toContain("上季度无数据，不作环比比较");
    expect(site.headline("2018Q2", "legal_aid.recovered")).toContain("上季度为0，不作环比比较");
    expect(site.headline("2018Q3", "legal_aid.recovered")).toMatch(/0\.30万元[\s\S]*上季度为0，不作环比比较/);
  });

  it("says of a quarter without data that it has none, not that all is well", () => {
    expect(site.headline("2018Q2", "training.attendance_rate")).toContain("本季度无数据");
    expect(site.page("2018Q2/training.html")).toContain("本季度无此项数据");
    expect(site.headline("2018Q3", "visits.above_scale_coverage")).toContain("100.0%");
  });

  it("prints a brief of at most four sheets and a whole report of the quarter that was asked for, with nothing left behind", () => {
    const sheets = (name: string): number => sheetsOf(path.join(site.dist, "2018Q3", name));
    expect(sheets("brief.pdf")).toBeGreaterThan(0);
    expect(sheets("brief.pdf")).toBeLessThanOrEqual(4);
    expect(sheets("report.pdf")).toBeGreaterThan(sheets("brief.pdf"));
    expect(filesBelow(site.dist).filter((file) => /(?:print|share)-|2018Q2\/brief/.test(file))).toEqual([]);
  });
});
