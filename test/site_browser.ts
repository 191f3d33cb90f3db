import { readFileSync } from "node:fs";
import path from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { findBrowser } from "../src/node/browser.ts";
import { filesBelow, home } from "./workbench.ts";

/** The local browser with everything off that would ask another host. */
export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: findBrowser() as string,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--disable-background-networking",
      "--disable-component-update",
      // A page of a site that is open takes the place of the one before, instead of a process of its own: half of the work.
      "--disable-features=RenderDocument,SpareRendererForSitePerProcess,PaintHolding,HttpsUpgrades,MediaRouter",
      // No other host can be reached, whatever a page asks for; the cache stays on, unlike with intercepted requests.
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ],
  });

/** The pages of a built site. */
export const pagesOf = (site: string): string[] => filesBelow(site).filter((file) => file.endsWith(".html"));

/** Writes down everything that must not happen on a page: errors, requests to another host, what its policy stops. */
export const watched = async (page: Page, base: string): Promise<string[]> => {
  const faults: string[] = [];
  page.on("request", (request) => {
    const to = request.url();
    if (!to.startsWith(base) && !/^(data|blob):/.test(to)) faults.push(`asks ${to}`);
  });
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(String(error)));
  await page.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", (event) =>
      console.error(`against the policy: ${event.effectiveDirective} ${event.blockedURI}`),
    ),
  );
  return faults;
};

/** What no page means to say. */
export const odd = /\b(?:NaN|undefined|Infinity|Invalid Date|null)\b|\[object /;

/** What a page shows that it must not, at one width. */
const seen = (page: Page): Promise<string[]> =>
  page.evaluate((unmeant) => {
    const faults: string[] = [];
    const over = document.documentElement.scrollWidth - window.innerWidth;
    if (over > 0) faults.push(`runs over by ${over} px at ${window.innerWidth}`);
    for (const value of document.querySelectorAll(".figure-card .value"))
      if (!value.textContent?.trim()) faults.push("an empty card");
    for (const box of document.querySelectorAll(".observablehq--error, .inspector-error"))
      faults.push(`an error box: ${box.textContent}`);
    for (const figure of document.querySelectorAll("figure.chart")) {
      const drawn = [...figure.querySelectorAll("svg.chart")].filter(
        (svg) => svg.getClientRects().length > 0,
      );
      if (figure.querySelector("svg.chart") && drawn.length !== 1) faults.push("a drawing not shown once");
    }
    for (const svg of document.querySelectorAll("svg[role=img]"))
      if (!svg.getAttribute("aria-label")) faults.push("a drawing without a text alternative");
    for (const name of document.querySelectorAll("th:has(code), h3:has(code)"))
      if (getComputedStyle(name, "::first-letter").textTransform !== "none")
        faults.push(`writes ${name.textContent} with a capital`);
    const odd = new RegExp(unmeant).exec(document.body.textContent ?? "");
    if (odd && !location.pathname.includes("methods")) faults.push(`says ${odd[0]}`);
    return faults;
  }, odd.source);

const english = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const texts = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (
        /[A-Za-z]{3}/.test(node.nodeValue ?? "") &&
        !node.parentElement?.closest("code, pre, script, style")
      )
        texts.push(node.nodeValue ?? "");
    const found = texts.join("\n").match(/[A-Za-z]{3,}/g) ?? [];
    return found.filter((word) => !["CSV", "Excel"].includes(word)).map((word) => `the English word ${word}`);
  });

const axe = readFileSync(path.join(home, "node_modules", "axe-core", "axe.min.js"), "utf8");

/**
 * What axe finds that is serious: what is inside a drawing has no roles of its own, its text alternative is looked at
 * above. Drawings are empty meanwhile: axe would go through all of them before it leaves them out.
 */
const barriers = async (page: Page, colours: boolean): Promise<string[]> => {
  // Not as a script of the page: its policy would stop that.
  await page.evaluate(axe);
  return page.evaluate(`(async () => {
    const drawings = [...document.querySelectorAll("svg")].map((svg) => [svg, [...svg.childNodes]]);
    for (const [svg] of drawings) svg.replaceChildren();
    const { violations } = await axe.run({ exclude: [["svg"]] }, {
      resultTypes: ["violations"],
      rules: { "color-contrast": { enabled: ${colours} } },
    });
    for (const [svg, drawn] of drawings) svg.replaceChildren(...drawn);
    return violations
      .filter(({ impact }) => ["serious", "critical"].includes(impact))
      .map(({ id, nodes }) => id + ": " + nodes.slice(0, 3).map(({ html }) => html.slice(0, 120)).join(" | "));
  })()`);
};

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };

/**
 * Opens every page on a phone, and on a desk, one after another (side by side they take longer), and lists what is
 * wrong: other hosts asked, errors, overflow, empty cards, error boxes, a wrong language.
 * @param look what else is looked for; English words on Chinese pages by default
 * @param accessible pages of which axe is asked too
 * @param colours those of them whose contrasts it looks at, which is two fifths of its work; all by default
 * @param desks pages that are opened on a desk too; all by default
 */
export const walk = async (
  browser: Browser,
  base: string,
  pages: readonly string[],
  {
    look = english,
    accessible = () => false,
    colours = () => true,
    desks = () => true,
  }: {
    readonly look?: (page: Page) => Promise<string[]>;
    readonly accessible?: (page: string) => boolean;
    readonly colours?: (page: string) => boolean;
    readonly desks?: (page: string) => boolean;
  } = {},
): Promise<string[]> => {
  const faults: string[] = [];
  const page = await browser.newPage({ viewport: phone });
  const own = await watched(page, base);
  // Playwright's own change of size moves the window too, which costs as much as the page.
  const devtools = await page.context().newCDPSession(page);
  let shown = phone;
  for (const file of pages) {
    const lang = file.startsWith("en/") ? "en" : "zh-CN";
    await page.goto(base + file.replace(/index\.html$/, ""), {
      waitUntil: /explore|check/.test(file) ? "networkidle" : "load",
    });
    const found: string[] = [];
    // A page opens as the one before was left.
    const both = desks(file) || accessible(file);
    for (const form of both ? [shown, shown === phone ? desk : phone] : [phone]) {
      shown = form;
      await devtools.send("Emulation.setDeviceMetricsOverride", {
        ...form,
        deviceScaleFactor: 1,
        mobile: false,
      });
      const width = await page.evaluate(() => window.innerWidth);
      if (width !== form.width) found.push(`is ${width} px wide, not ${form.width}`);
      found.push(...(await seen(page)));
      if (form === desk && accessible(file)) found.push(...(await barriers(page, colours(file))));
    }
    if (lang === "zh-CN" || look !== english) found.push(...(await look(page)));
    if ((await page.evaluate(() => document.documentElement.lang)) !== lang) found.push(`is not in ${lang}`);
    faults.push(...[...own.splice(0), ...found].map((fault) => `${file}: ${fault}`));
  }
  await page.close();
  return faults;
};
