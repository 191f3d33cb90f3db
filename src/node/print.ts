import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Edition } from "../site/edition.ts";
import { sharePage, shareSize, withCard } from "../site/share.ts";
import { findBrowser } from "./browser.ts";
import { Failure } from "./failure.ts";

/** The browser that prints. @throws Failure where there is none */
export const printer = (): string => {
  const browser = findBrowser();
  if (browser !== undefined) return browser;
  throw new Failure(
    "生成 PDF 要用本机的 Chrome、Chromium 或 Edge，没有找到；请先安装，或用环境变量 CHROME 指明位置",
    "printing needs Chrome, Chromium or Edge on this machine: install one, or name it in the variable CHROME",
  );
};

/** Milliseconds after which a page that does not print is given up. */
const patience = 90_000;

/** Lets the browser make one file of one page; the page is opened from the disk, without a network. */
const make = async (browser: string, page: string, file: string, how: readonly string[]): Promise<void> => {
  const profile = mkdtempSync(path.join(os.tmpdir(), "taizhang-print-"));
  const args = [
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    `--user-data-dir=${profile}`,
    // Chromium's sandbox refuses to run for root.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ...how,
    pathToFileURL(path.resolve(page)).href,
  ];
  try {
    await new Promise<void>((done) => {
      const child = spawn(browser, args, { stdio: "ignore", timeout: patience, killSignal: "SIGKILL" });
      child.on("error", () => done());
      child.on("close", () => done());
    });
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
  if (!existsSync(file) || statSync(file).size < 1000)
    throw new Failure(
      `${browser} 没有印出 ${file}，请查看浏览器能否打开`,
      `${browser} did not print ${file}; see whether it starts`,
    );
};

/** A4, as the page's own print rules say. */
const printPage = (browser: string, page: string, pdf: string): Promise<void> =>
  make(browser, page, pdf, ["--no-pdf-header-footer", `--print-to-pdf=${path.resolve(pdf)}`]);

const pictureOf = (browser: string, page: string, png: string): Promise<void> =>
  make(browser, page, png, [
    `--screenshot=${path.resolve(png)}`,
    `--window-size=${shareSize.width},${shareSize.height}`,
    "--hide-scrollbars",
    "--force-device-scale-factor=1",
  ]);

const mainOf = (html: string): string =>
  html.slice(html.indexOf("<main"), html.indexOf("</main>")).replace(/^<main[^>]*>/, "");

/** The quarter's pages, one after the other, on the first one's sheet. */
const bound = (folder: string, topics: readonly string[]): string => {
  const page = (name: string): string => readFileSync(path.join(folder, `${name}.html`), "utf8");
  const first = page("index");
  const others = topics.map((topic) => `<section class="bound">${mainOf(page(topic))}</section>`).join("\n");
  return first.replace("</main>", () => `${others}</main>`);
};

/** `share.png`, and in the brief's head what a chat shows beside it. */
const share = async (browser: string, folder: string, edition: Edition, quarter: string): Promise<void> => {
  const page = path.join(folder, `share-${process.pid}.html`);
  try {
    writeFileSync(page, sharePage(edition, quarter));
    await pictureOf(browser, page, path.join(folder, "share.png"));
  } finally {
    rmSync(page, { force: true });
  }
  const brief = path.join(folder, "index.html");
  writeFileSync(brief, withCard(readFileSync(brief, "utf8"), edition, quarter));
};

/**
 * Writes beside the pages of each quarter `brief.pdf` (the quarter at a glance), `report.pdf` (with every topic) and
 * `share.png`.
 * @param site a finished site
 * @param only the one quarter to print; all of them by default
 */
export const printQuarters = async (
  browser: string,
  site: string,
  edition: Edition,
  only: string | undefined,
  progress: (words: string) => void,
): Promise<void> => {
  const { pages } = edition.publication;
  const quarters = edition.publication.quarters.filter(({ id }) => only === undefined || id === only);
  for (const [done, { id }] of quarters.entries()) {
    progress(`PDF ${done + 1}/${quarters.length}`);
    const folder = path.join(site, id);
    const whole = path.join(folder, `print-${process.pid}.html`);
    try {
      await printPage(browser, path.join(folder, "index.html"), path.join(folder, "brief.pdf"));
      const topics = pages.map((page) => page.id);
      writeFileSync(whole, bound(folder, topics));
      await printPage(browser, whole, path.join(folder, "report.pdf"));
    } finally {
      rmSync(whole, { force: true });
    }
    await share(browser, folder, edition, id);
  }
};
