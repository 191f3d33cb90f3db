import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
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

/** Prints one page to A4, as the page's own print rules say; the page is opened from the disk, without a network. */
const printPage = async (browser: string, page: string, pdf: string): Promise<void> => {
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
    "--no-pdf-header-footer",
    `--print-to-pdf=${path.resolve(pdf)}`,
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
  if (!existsSync(pdf) || statSync(pdf).size < 1000)
    throw new Failure(
      `${browser} 没有印出 ${pdf}，请查看浏览器能否打开`,
      `${browser} did not print ${pdf}; see whether it starts`,
    );
};

const mainOf = (html: string): string =>
  html.slice(html.indexOf("<main"), html.indexOf("</main>")).replace(/^<main[^>]*>/, "");

/** The quarter's pages, one after the other, on the first one's sheet. */
const bound = (folder: string, topics: readonly string[]): string => {
  const page = (name: string): string => readFileSync(path.join(folder, `${name}.html`), "utf8");
  const first = page("index");
  const others = topics.map((topic) => `<section class="bound">${mainOf(page(topic))}</section>`).join("\n");
  return first.replace("</main>", () => `${others}</main>`);
};

/**
 * Writes `brief.pdf` (the quarter at a glance) and `report.pdf` (with every topic) beside the pages of each quarter.
 * @param site a finished site
 */
export const printQuarters = async (
  browser: string,
  site: string,
  quarters: readonly string[],
  topics: readonly string[],
  progress: (words: string) => void,
): Promise<void> => {
  for (const [done, quarter] of quarters.entries()) {
    progress(`PDF ${done + 1}/${quarters.length}`);
    const folder = path.join(site, quarter);
    const whole = path.join(folder, `print-${process.pid}.html`);
    try {
      await printPage(browser, path.join(folder, "index.html"), path.join(folder, "brief.pdf"));
      writeFileSync(whole, bound(folder, topics));
      await printPage(browser, whole, path.join(folder, "report.pdf"));
    } finally {
      rmSync(whole, { force: true });
    }
  }
};
