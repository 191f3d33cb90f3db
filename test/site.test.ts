import { cpSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inspect } from "../pipelines/browser.ts";
import { organisation } from "../pipelines/index.ts";
import { importsAlone } from "../src/site/imports_alone.ts";
import { enterprise, expectNothingPersonal } from "./personal.ts";
import { mutated } from "./reading/mutated.ts";
import { type ServedSite, servedSite } from "./served_site.ts";
import { launch, odd, pagesOf, walk, watched } from "./site_browser.ts";
import { filesBelow, home, Workbench } from "./workbench.ts";

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

const pages = (): string[] => pagesOf(dist);

/** A page with everything that must not happen on it written down. */
const open = async (
  file: string,
  width: number,
  base = site.url,
): Promise<{ page: Page; faults: string[] }> => {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const faults = await watched(page, base);
  await page.goto(base + file.replace(/index\.html$/, ""), {
    waitUntil: /explore|check/.test(file) ? "networkidle" : "load",
  });
  return { page, faults };
};

describe("the built site", () => {
  it("was built without the network and says what became of every file", () => {
    expect(site.said).toContain("走访台账-2018Q4.csv");
    expect(site.said).toContain("挽回经济损失");
  });

  it("has every page that readers expect", () => {
    const quarters = ["2018Q1", "2018Q2", "2018Q3", "2018Q4", "2019Q1"];
    const each = [
      "index",
      "below",
      "revisions",
      ...organisation.rooms.flatMap(({ pages = [] }) => pages.map(({ id }) => id)),
    ];
    const wanted = [
      ...["index", "explore", "check", "quality", "methods", "find", "targets"].flatMap((page) => [
        page,
        `en/${page}`,
      ]),
      ...quarters.flatMap((q) => each.flatMap((p) => [`${q}/${p}`, `en/${q}/${p}`])),
    ];
    expect(pages()).toEqual(wanted.map((p) => `${p}.html`).sort());
  });

  it("shows the pages of a quarter and those of all time on a phone: nothing runs over, nothing fails, no other host is asked, no English on a Chinese page, axe finds nothing serious", async () => {
    // Quarters are made alike, languages too: what is wrong on a page is wrong on its likes. All are walked through when it may take longer.
    const walked = pages().filter((page) =>
      /^(?:[a-z]+|2018Q4\/\w+|en\/(?:index|quality|2018Q4\/(?:index|visits)))\.html$/.test(page),
    );
    expect(walked.length).toBeGreaterThan(20);
    const leading = (page: string): boolean =>
      /^(?:index|explore|check|2018Q4\/(?:index|visits))\.html$/.test(page);
    expect(
      await walk(browser, site.url, walked, { accessible: leading, colours: leading, desks: leading }),
    ).toEqual([]);
  }, 120_000);

  it("says nothing that it does not mean, on any page", () => {
    for (const file of pages()) {
      const html = readFileSync(path.join(dist, file), "utf8");
      expect(html, file).toContain(file.startsWith("en/") ? '<html lang="en"' : '<html lang="zh-CN"');
      const said = html.replace(/<(script|style)\b.*?<\/\1>/gs, "").replace(/<[^>]*>/g, " ");
      expect(said.length, file).toBeGreaterThan(file.startsWith("en/") ? 500 : 300);
      expect(said, file).not.toMatch(odd);
    }
  });

  it("weighs at most 60 kB in all for a page of a quarter, as it comes over the wire", () => {
    const packed = (file: string): number => gzipSync(readFileSync(path.join(dist, file))).length;
    for (const file of pages().filter((one) => /\d{4}Q\d/.test(one))) {
      const html = readFileSync(path.join(dist, file), "utf8");
      const parts = [...html.matchAll(/(?:href|src)="(\.[^"]+\.(?:css|js))"/g)].map((m) =>
        path.join(path.dirname(file), m[1] as string),
      );
      expect(packed(file) + parts.reduce((n, part) => n + packed(part), 0), file).toBeLessThan(60_000);
    }
  });

  it("draws its charts before any script has run", () => {
    const html = readFileSync(path.join(dist, "2018Q4", "index.html"), "utf8");
    expect(html.match(/<svg[^>]*role="img"/g)?.length).toBeGreaterThanOrEqual(2);
    expect(html).not.toContain('<script type="module"');
  });

  it("answers a leader's three questions within two screens of a phone", async () => {
    const { page } = await open("2018Q4/index.html", 390);
    const bottom = (selector: string): Promise<number> =>
      page.locator(selector).evaluate((e) => e.getBoundingClientRect().bottom + window.scrollY);
    expect(await bottom("ul.headlines")).toBeLessThan(900);
    expect(await bottom(".trust")).toBeLessThan(1688);
    expect(await bottom('ol.shortfalls li:has(a[href$="visits.unvisited"])')).toBeLessThan(1688);
    await page.close();
  });

  it("opens the definition and source of a headline in its place", async () => {
    const { page } = await open("2018Q4/index.html", 390);
    const first = page.locator("ul.headlines li").first();
    await first.locator("summary").click();
    expect(await first.locator("dl").textContent()).toContain("公式");
    await page.close();
  });

  it("is used by keyboard alone: the folded menu, a table, a copied table", async () => {
    const { page } = await open("2018Q4/visits.html", 390);
    const tabTo = async (selector: string): Promise<void> => {
      for (let i = 0; i < 60; i++) {
        await page.keyboard.press("Tab");
        if (await page.evaluate((s) => document.activeElement?.matches(s), selector)) return;
      }
      throw new Error(`the keyboard does not reach ${selector}`);
    };
    expect(await page.locator(".menu .quarterly").isVisible()).toBe(false);
    await tabTo("#menu-open");
    await page.keyboard.press("Space");
    expect(await page.locator(".menu .quarterly").isVisible()).toBe(true);
    await tabTo("details.table summary");
    await page.keyboard.press("Enter");
    await tabTo("button.copy");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("已复制");
    await page.close();
  });

  it("shows Framework of its bundles what they import, and nothing else", () => {
    const scripts = filesBelow(path.join(bench.out, "site", "published")).filter((file) =>
      file.endsWith(".js"),
    );
    const bundles = scripts
      .map((file) => readFileSync(path.join(bench.out, "site", "published", file), "utf8"))
      .filter(({ length }) => length > 100_000);
    expect(bundles.length).toBeGreaterThan(1);
    for (const bundle of bundles)
      expect(importsAlone(bundle).replaceAll("\n", "").length).toBeLessThan(bundle.length / 10);
  });

  it("finds a Chinese word inside a sentence, also when opened from a disk", async () => {
    for (const base of [site.url, `file://${dist}/`]) {
      const page = await browser.newPage();
      await page.goto(`${base}find.html`);
      await page.getByRole("searchbox").fill("实地走访");
      await page.locator("#find li").first().waitFor();
      expect(await page.locator("#find output").textContent()).toMatch(/找到\d+处/);
      await page.getByRole("searchbox").fill("没有这样的词语");
      expect(await page.locator("#find output").textContent()).toContain("没有找到");
      await page.getByRole("searchbox").fill("<img src=x onerror=alert(1)> 律师");
      expect(await page.locator("#find img").count()).toBe(0);
      await page.close();
    }
  });

  it("hands out the table behind a chart as a file with its commas", async () => {
    const { page } = await open("2018Q4/visits.html", 1280);
    await page.locator("details.table summary").first().click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "下载 CSV" }).first().click(),
    ]);
    const text = readFileSync(await download.path(), "utf8");
    expect(text).toMatch(/^\ufeff地区,数值,分子,分母\r\n/);
    expect(text.split("\r\n")).toHaveLength(1 + 16 + 1 + 1);
    await page.close();
  });

  it("says the same in both languages: every page has the drawings of its counterpart", () => {
    for (const file of pages().filter((one) => !one.startsWith("en/"))) {
      const drawn = (page: string): string[] =>
        [
          ...readFileSync(path.join(dist, page), "utf8").matchAll(
            /<(?:figure|section|div)[^>]* (?:data-indicator|id)="([\w.-]*\.[\w.-]*)"/g,
          ),
        ].map((m) => m[1] as string);
      expect(drawn(`en/${file}`), file).toEqual(drawn(file));
    }
  });

  it("lets a reader explore any indicator, and shows numerator and denominator", async () => {
    const { page, faults } = await open("explore.html", 1280);
    await page.getByLabel("季度").selectOption({ label: "2018年第四季度" });
    // Another programme has a list of its own in the place of this one.
    const list = await page.getByLabel("指标").elementHandle();
    await page.getByLabel("业务").selectOption({ label: "走访服务" });
    await page.waitForFunction((one) => !one?.isConnected, list);
    await page.getByLabel("指标").selectOption({ label: "规上企业季度覆盖率" });
    // The figures are fetched when they are chosen: until then the table is the one before.
    await page.waitForFunction(() => document.querySelector("tbody tr")?.textContent?.includes("%"));
    expect(await page.locator("tbody tr").count()).toBeGreaterThanOrEqual(10);
    const row = await page.locator("tbody tr").first().textContent();
    expect(row).toMatch(/%[\s\S]*家[\s\S]*家/);
    const quarter = page.getByLabel("季度").locator("option:checked");
    expect(await quarter.textContent()).toBe("2018年第四季度");
    expect(faults).toEqual([]);
    await page.close();
  });

  it("checks a dropped file in the browser with the very reader that Node uses", async () => {
    const { page, faults } = await open("check.html", 390);
    const file = path.join(home, "reports", "check-example.csv");
    await page.locator("input[type=file]").setInputFiles(file);
    await page.locator(".findings table").first().waitFor();
    const said = await page.locator(".findings").textContent();
    const [seen] = await inspect(readFileSync(file), file, "zh");
    if (!seen) throw new Error("nothing was read");
    expect(seen.refused).toBeGreaterThan(2);
    expect(said).toContain(`须修改${seen.refused}行`);
    for (const problem of seen.problems) expect(said).toContain(problem.why);
    expect(faults).toEqual([]);
    await page.close();
  });

  it("understands every file of the corpus as Node does, word for word, and five hundred damaged ones", async () => {
    const { page, faults } = await open("check.html", 390);
    const reader = filesBelow(dist).find((file) => /reader[^/]*\.js$/.test(file)) as string;
    const corpus = path.join(home, "test", "corpus");
    const sent = readdirSync(corpus).map((name) => {
      const file = readdirSync(path.join(corpus, name)).find((one) => one.startsWith("sent.")) as string;
      return readFileSync(path.join(corpus, name, file));
    });
    const files = [...sent, ...fc.sample(mutated, 500)];
    for (let at = 0; at < files.length; at += 100) {
      const some = files.slice(at, at + 100);
      const there = await page.evaluate(
        `import(${JSON.stringify(site.url + reader)}).then(({ inspect }) => Promise.all(${JSON.stringify(
          some.map((bytes) => bytes.toString("base64")),
        )}.map((base64) => inspect(Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)), "", "zh"))))`,
      );
      const here = await Promise.all(some.map((bytes) => inspect(bytes, "", "zh")));
      expect(there).toEqual(here);
    }
    expect(faults).toEqual([]);
    await page.close();
  });

  it("reads a dropped workbook, each sheet by itself", async () => {
    const { page, faults } = await open("check.html", 390);
    const file = path.join(home, "test", "corpus", "workbook_two_registers", "sent.xlsx");
    await page.locator("input[type=file]").setInputFiles(file);
    await page.locator(".findings").getByText("工作表“到账”").waitFor();
    expect(await page.locator(".findings").textContent()).toContain("识别为：走访台账");
    expect(faults).toEqual([]);
    await page.close();
  });

  it("keeps the page and the quarter when the language is changed", async () => {
    const { page } = await open("2018Q4/visits.html", 1280);
    await page.getByRole("link", { name: "英文版" }).click();
    expect(page.url()).toMatch(/\/en\/2018Q4\/visits(\.html)?$/);
    await page.getByRole("link", { name: "中文版" }).click();
    expect(page.url()).toMatch(/[^n]\/2018Q4\/visits(\.html)?$/);
    await page.close();
  });

  it("prints on A4 without its menu", async () => {
    const { page } = await open("2018Q4/index.html", 1280);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".menu").isVisible()).toBe(false);
    expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(10_000);
    await page.close();
  });
});

it("holds personal data nowhere in the public site, nor in what it is made from", async () => {
  await expectNothingPersonal(bench, [dist, path.join(bench.out, "site")]);
}, 60_000);

it("names no enterprise in the public edition", () => {
  for (const file of pages()) {
    const html = readFileSync(path.join(dist, file), "utf8");
    expect(html, file).not.toMatch(enterprise);
    expect(html, file).not.toContain("内部资料");
  }
});
