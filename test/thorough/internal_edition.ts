import { readFileSync } from "node:fs";
import path from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sheetsOf } from "../internal_site.ts";
import { enterprise, expectNothingPersonal } from "../personal.ts";
import { type ServedSite, servedSite } from "../served_site.ts";
import { pagesOf, walk } from "../site_browser.ts";
import { filesBelow, type Workbench } from "../workbench.ts";

/**
 * Tests of the internal edition, built where the public one was: its warehouse and the pages that Framework rendered
 * serve both.
 * @param opened the browser, once it is there
 */
export const describeInternal = (bench: Workbench, opened: () => Browser): void => {
  const internal = path.join(bench.folder, "internal");
  let site: ServedSite;

  beforeAll(async () => {
    site = await servedSite(bench, internal, "--audience", "internal", "--pdf", "--quarter", "2018Q4");
  }, 180_000);
  afterAll(() => void site?.server.close());

  it("is built from the warehouse of the public one, which has not changed", () => {
    expect(site.said).toContain("数据仓库和回执保持原样");
  });

  it("shows the pages of all quarters on a phone and on a desk: nothing runs over, nothing fails, no other host is asked, no English on a Chinese page", async () => {
    const pages = pagesOf(internal);
    expect(pages.length).toBeGreaterThan(150);
    expect(await walk(opened(), site.url, pages)).toEqual([]);
  }, 600_000);

  it("holds no personal data", async () => {
    await expectNothingPersonal(bench, [internal]);
  }, 60_000);

  it("names enterprises, and marks every page as internal", () => {
    const page = readFileSync(path.join(internal, "2018Q4", "visits.html"), "utf8");
    expect(page).toMatch(enterprise);
    for (const file of pagesOf(internal).filter((f) => !f.startsWith("en/")))
      expect(readFileSync(path.join(internal, file), "utf8"), file).toContain("内部资料");
  });

  it("prints a brief of at most four sheets and a whole report of the quarter that was asked for, with nothing left behind", () => {
    const sheets = (file: string): number => sheetsOf(path.join(internal, file));
    expect(sheets("2018Q4/brief.pdf")).toBeGreaterThan(0);
    expect(sheets("2018Q4/brief.pdf")).toBeLessThanOrEqual(4);
    expect(sheets("2018Q4/report.pdf")).toBeGreaterThan(sheets("2018Q4/brief.pdf"));
    expect(filesBelow(internal).filter((file) => /(?:print|share)-|2019Q1\/brief/.test(file))).toEqual([]);
  });

  it("has a share picture of 1200 by 630 for each quarter, named in the brief's head", () => {
    const png = readFileSync(path.join(internal, "2018Q4", "share.png"));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    const head = readFileSync(path.join(internal, "2018Q4", "index.html"), "utf8").split("</head>")[0];
    expect(head).toContain('property="og:image" content="share.png"');
    expect(head).toMatch(/og:description" content="挽回经济损失[^"]*环比/);
  });
};
