import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import path from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { siteServer } from "../src/node/verbs/serve.ts";
import { putFederation } from "./federation.ts";
import { runOffline } from "./offline.ts";
import { poison, poisonedOn, poisonedSettings, putPoisoned } from "./poison.ts";
import { launch, pagesOf, walk, watched } from "./site_browser.ts";
import { Workbench } from "./workbench.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

describe.each([1, 200])(
  "a federation of %i townships, with a quarter without data and a base of zero",
  (townships) => {
    const bench = new Workbench();
    const dist = path.join(bench.folder, "dist");
    let server: Server;
    let url: string;

    beforeAll(async () => {
      // The small one is poisoned wherever words come in; the large one leaves out what it has no data of.
      if (townships > 1) putFederation(bench, townships);
      else putPoisoned(bench);
      const settings = path.join(bench.folder, "settings.yaml");
      writeFileSync(settings, townships > 1 ? "rooms: [visits, legal_aid, training]\n" : poisonedSettings);
      const built = await runOffline(
        [
          "build",
          "--data",
          bench.data,
          "--out",
          bench.out,
          "--site",
          dist,
          "--audience",
          "internal",
          "--settings",
          settings,
        ],
        bench.folder,
      );
      expect(built.status, built.said).toBe(0);
      expect(built.said).not.toContain("演示数据");
      ({ server, url } = await siteServer(dist, 0));
    }, 300_000);
    afterAll(() => {
      server?.close();
      bench.clear();
    });

    const page = (file: string): string => readFileSync(path.join(dist, file), "utf8");
    const headline = (quarter: string, indicator: string): string =>
      new RegExp(`<li data-indicator="${indicator}">([\\s\\S]*?)</li>`).exec(
        page(`${quarter}/index.html`),
      )?.[1] ?? "";

    it("shows every page on a phone and on a desk", async () => {
      // Poison shows itself at any width, and the other quarters have less to show than the third.
      const desks = (page: string): boolean =>
        !/\dQ[12]/.test(page) && (townships > 1 || /2018Q3/.test(page));
      // The large one's pages are as long in English, and in its first quarter as in its third.
      const long = pagesOf(dist).filter(
        (page) => !/^en\/\d|2018Q1\//.test(page) || page.startsWith("en/2018Q3/"),
      );
      expect(
        await (townships > 1
          ? walk(browser, url, long, { desks })
          : walk(browser, url, pagesOf(dist), { look: poisonedOn, desks })),
      ).toEqual([]);
    }, 120_000);

    it.runIf(townships === 1)(
      "shows poison as text in the finder and in what is said of a dropped file",
      async () => {
        const tab = await browser.newPage();
        const faults = await watched(tab, url);
        await tab.goto(`${url}find.html`);
        await tab.getByRole("searchbox").fill("onerror=poisoned");
        await tab.locator("#find li").first().waitFor();
        faults.push(...(await poisonedOn(tab)));
        await tab.goto(`${url}check.html`, { waitUntil: "networkidle" });
        await tab.locator("input[type=file]").setInputFiles(path.join(bench.data, `${poison}.csv`));
        await tab.locator(".findings table").first().waitFor();
        expect(await tab.locator(".findings").textContent()).toContain("<img src=x onerror=poisoned=1>");
        expect(await tab.locator(".findings").textContent()).toContain("[U+202E]gnp.csv");
        expect([...faults, ...(await poisonedOn(tab))]).toEqual([]);
        await tab.close();
      },
    );

    it("shows the rooms that its settings name", () => {
      expect(existsSync(path.join(dist, "2018Q3", "visits.html"))).toBe(true);
      expect(existsSync(path.join(dist, "2018Q3", "canteens.html"))).toBe(townships === 1);
      expect(page("methods.html").includes("食堂")).toBe(townships === 1);
    });

    it("compares a first quarter with nothing, and a zero base with words", () => {
      expect(headline("2018Q1", "legal_aid.recovered")).toContain("上季度无数据，不作环比比较");
      expect(headline("2018Q2", "legal_aid.recovered")).toContain("上季度为0，不作环比比较");
      expect(headline("2018Q3", "legal_aid.recovered")).toMatch(/0\.30万元[\s\S]*上季度为0，不作环比比较/);
    });

    it("says of a quarter without data that it has none, not that all is well", () => {
      expect(headline("2018Q2", "training.attendance_rate")).toContain("本季度无数据");
      expect(page("2018Q2/training.html")).toContain("本季度无此项数据");
    });

    it("names half of the townships as not covered, and the brief stays short", () => {
      const brief = page("2018Q3/index.html");
      const lacking = Math.floor(townships / 2);
      if (lacking === 0) expect(headline("2018Q3", "visits.above_scale_coverage")).toContain("100.0%");
      else expect(brief).toContain(`${lacking}家`);
      expect(brief.length).toBeLessThan(180_000);
    });
  },
);
