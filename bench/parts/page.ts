import { readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { type Browser, chromium } from "playwright-core";
import { findBrowser } from "../../src/node/browser.ts";
import { siteServer } from "../../src/node/verbs/serve.ts";
import { words } from "../../src/words.ts";
import { atMost, type Found, measuredIn, median, type Part } from "../measured.ts";
import { demoSite } from "./build.ts";

/** kB of a quarter's page; ms until /explore answers a choice. */
const most = { kilobytes: 60, frame: 17 };

/** What one visit of a page took. */
export interface Visit {
  /** Bytes of everything fetched, as they lie in the site, and after gzip. */
  readonly bytes: number;
  readonly gzip: number;
  /** Milliseconds from the start of the visit to the first paint with anything in it, and to the first chart laid out. */
  readonly paint: number;
  readonly chart: number;
}

/** How often it is asked whether a chart is there, every twentieth of a second. */
const patience = 200;

/** Runs in the page before anything of it: notes the first frame in which a drawing has a size. */
const watchForChart = `
  const look = () => {
    const drawn = [...document.querySelectorAll("figure svg, main svg")].some((svg) => svg.getBoundingClientRect().height > 20);
    if (drawn) window.__chart = performance.now(); else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);`;

/** Opens a page as somebody who was never there. */
export const visit = async (browser: Browser, url: string): Promise<Visit> => {
  const context = await browser.newContext();
  try {
    const tab = await context.newPage();
    await tab.addInitScript(watchForChart);
    const bodies: Promise<Buffer>[] = [];
    tab.on("response", (response) => bodies.push(response.body().catch(() => Buffer.alloc(0))));
    await tab.goto(url, { waitUntil: "networkidle" });
    // The page's policy forbids what Playwright's own waiting needs.
    for (let n = 0; n < patience && !(await tab.evaluate("window.__chart !== undefined")); n++)
      await tab.waitForTimeout(50);
    const [paint, chart] = (await tab.evaluate(
      "[performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN, window.__chart ?? NaN]",
    )) as [number, number];
    const all = await Promise.all(bodies);
    const sum = (of: (body: Buffer) => number): number => all.reduce((bytes, body) => bytes + of(body), 0);
    return { bytes: sum((b) => b.length), gzip: sum((b) => gzipSync(b).length), paint, chart };
  } finally {
    await context.close();
  }
};

/** A browser and a server for the time of some work. @throws where the machine has no browser */
export const inBrowser = async <T>(
  site: string,
  work: (browser: Browser, url: string) => Promise<T>,
): Promise<T> => {
  const executablePath = findBrowser();
  if (executablePath === undefined)
    throw new Error("no Chrome, Chromium or Edge on this machine; CHROME names one");
  const { server, url } = await siteServer(site, 0);
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    return await work(browser, url);
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
};

/** The latest quarter that has pages. */
export const latestQuarter = (site: string): string =>
  readdirSync(site)
    .filter((name) => /^\d{4}Q[1-4]$/.test(name))
    .sort()
    .at(-1) ?? "";

export const pages: Part = {
  name: "page",
  words: words("读者打开一页", "A reader opens a page"),
  measure: async (scene) => {
    const site = await demoSite(scene);
    const quarter = latestQuarter(site);
    const asked = ["", "visits", "legal_aid"].map((page) => `${quarter}/${page}`);
    return inBrowser(site, async (browser, url) => {
      const found: Found[] = [];
      await visit(browser, url + asked[0]);
      for (const page of asked) {
        const all: Visit[] = [];
        for (let n = 0; n < 2 * scene.rounds - 1; n++) {
          scene.tell(`/${page}`);
          all.push(await visit(browser, url + page));
        }
        const [first] = all as [Visit];
        const late = median(all.map(({ paint, chart }) => chart - paint));
        found.push(
          {
            words: words(`/${page} 的字节（gzip）`, `bytes of /${page} (gzip)`),
            value: `${(first.gzip / 1000).toFixed(1)} kB (${(first.bytes / 1000).toFixed(0)} kB as it lies)`,
            ...atMost(first.gzip / 1000, most.kilobytes, `${most.kilobytes} kB`),
          },
          {
            words: words(`/${page} 首次显示`, `/${page}: first paint`),
            value: measuredIn(
              all.map(({ paint }) => paint),
              0,
              "ms",
            ),
          },
          {
            words: words(`/${page} 图表就位`, `/${page}: chart in place`),
            value: measuredIn(
              all.map(({ chart }) => chart),
              0,
              "ms",
            ),
            target: "at first paint",
            met: late <= most.frame,
          },
        );
      }
      return found;
    });
  },
};
