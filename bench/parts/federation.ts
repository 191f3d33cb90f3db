import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { words } from "../../src/words.ts";
import { atMost, type Found, measuredIn, median, type Part, times } from "../measured.ts";
import { home, verb } from "../run.ts";
import { answers } from "./explore.ts";
import { inBrowser, latestQuarter, visit } from "./page.ts";

const extent = { townships: 200, quarters: 40 };
/** Seconds for the build, milliseconds for an answer of /explore, kB of a page. */
const most = { build: 120, answer: 100, kilobytes: 60 };
/** A build that takes longer is stopped, in seconds. */
const limit = 400;

/** What writes the registers of an invented federation. */
interface Maker {
  readonly writeFederation: (folder: string, of: typeof extent) => number;
}

export const federation: Part = {
  name: "federation",
  words: words("一个大的工会：200 个镇街、40 个季度", "A big federation: 200 townships, 40 quarters"),
  measure: async ({ folder, rounds, tell }) => {
    const maker = path.join(home, "bench", "federation.ts");
    if (!existsSync(maker)) throw new Error("bench/federation.ts, which writes the registers, is not there");
    const { writeFederation } = (await import(pathToFileURL(maker).href)) as Maker;
    const [data, out, site] = ["big-data", "big-out", "big-site"].map((name) => path.join(folder, name)) as [
      string,
      string,
      string,
    ];
    const rows = writeFederation(data, extent);
    tell(`building the site of ${extent.townships} townships, ${extent.quarters} quarters`);
    const built = await verb("build", { data, out, site }, limit);
    const found: Found[] = [
      times(
        words(`build，从头，${rows} 行`, `build, from nothing, ${rows} rows`),
        [built],
        atMost(built.seconds, most.build, `${most.build} s`),
      ),
    ];
    return inBrowser(site, async (browser, url) => {
      const page = `${latestQuarter(site)}/`;
      tell(`/${page}`);
      const seen = await visit(browser, url + page);
      found.push({
        words: words(`/${page} 的字节（gzip）`, `bytes of /${page} (gzip)`),
        value: `${(seen.gzip / 1000).toFixed(1)} kB`,
        ...atMost(seen.gzip / 1000, most.kilobytes, `${most.kilobytes} kB`),
      });
      for (const [list, zh, en] of [
        [1, "指标", "indicator"],
        [3, "季度", "quarter"],
      ] as const) {
        tell(`/explore, another ${en}`);
        const all = await answers(browser, url, list, 2 * rounds - 1);
        found.push({
          words: words(`/explore 换${zh}`, `/explore: another ${en}, until the last of the page has changed`),
          value: measuredIn(all, 0, "ms"),
          ...atMost(median(all), most.answer, `${most.answer} ms`),
        });
      }
      return found;
    });
  },
};
