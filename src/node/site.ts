import { mkdir, readdir, rm, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type DrawnAhead, drawAhead } from "../site/drawn_ahead.ts";
import type { Edition } from "../site/edition.ts";
import { finishSite } from "../site/finish.ts";
import { framework, sentenceIn } from "../site/framework.ts";
import { bundleForBrowser, fillOfflineCache } from "../site/offline.ts";
import { stage } from "../site/stage.ts";
import { fill, type Lang, words } from "../words.ts";
import { diskFault } from "./disk.ts";
import { Failure } from "./failure.ts";
import { besideOf, moveIntoPlace } from "./into_place.ts";
import { keepSite, lastSite } from "./last_site.ts";
import { pagesOrigin } from "./site_origin.ts";
import { watchFolder } from "./watch_folder.ts";

const failed = (why: string): Failure =>
  new Failure(`网站未能生成：${why}`, `the site could not be built: ${why}`);
/** A disk that is full says so in its own words, wherever it happened. */
const stopped = (said: string): Failure => {
  const sentence = sentenceIn(said);
  const disk = diskFault(sentence);
  return disk === undefined ? failed(sentence) : new Failure(disk.zh, disk.en);
};
const more = words("（另有{n}处）", " ({n} more)");

export interface SiteFolders {
  /** Pages: Markdown and style. */
  readonly reports: string;
  /** Module with the names that the browser may have. */
  readonly reader: string;
  /** Staged root; holds `published/` before anything here is called. */
  readonly root: string;
}

const prepare = async ({ reports, reader, root }: SiteFolders): Promise<void> => {
  await stage(reports, root);
  await Promise.all([fillOfflineCache(root), bundleForBrowser(root, reader)]);
};

const run = async (root: string, output: string, lang: Lang, quarters: readonly string[]): Promise<void> => {
  const child = await framework("build", { root, output, lang, quarters });
  await new Promise<void>((done, fail) => {
    let said = "";
    const listen = (chunk: Buffer): void => {
      said = `${said}${chunk}`.slice(-200_000);
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.on("error", fail);
    child.on("close", (code) => (code === 0 ? done() : fail(stopped(said))));
  });
};

/**
 * Sets the clocks of what is staged to nought. Framework writes into a page when the files that it reads were last
 * changed, and the day of a build is no part of what it says.
 */
const stopClocks = async (root: string): Promise<void> => {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile() && !file.includes(join(root, ".observablehq"))) await utimes(file, 0, 0);
  }
};

/**
 * Builds the site into `dist`, without the network. The old `dist` stays until the new one is whole.
 * @throws Error with one sentence in `lang` when a page asks for what is not there, or a link leads nowhere
 */
export const buildSite = async ({
  reports,
  reader,
  root,
  dist,
  edition,
  lang = "zh",
  fresh = false,
  add,
}: SiteFolders & {
  readonly dist: string;
  readonly edition: Edition;
  readonly lang?: Lang;
  /** Pages that Framework built before are built anew. */
  readonly fresh?: boolean;
  /** What is put beside the pages before they are moved into place. */
  readonly add?: (site: string) => Promise<void>;
}): Promise<void> => {
  await prepare({ reports, reader, root });
  await stopClocks(root);
  const built = besideOf(dist);
  const pages = join(dirname(root), "pages");
  await mkdir(dirname(built), { recursive: true });
  try {
    const quarters = edition.publication.quarters.map(({ id }) => id);
    let ahead: DrawnAhead | undefined;
    const origin = pagesOrigin(root, [lang, ...quarters]);
    if (fresh || origin === undefined || lastSite(dirname(root), pages, [], origin) === undefined) {
      await rm(pages, { recursive: true, force: true });
      const framework = run(root, pages, lang, quarters);
      ahead = await drawAhead(root, edition, lang, framework);
      await framework;
      if (origin !== undefined && origin === pagesOrigin(root, [lang, ...quarters]))
        keepSite(dirname(root), pages, [], { origin, said: [] });
    }
    const [first, ...rest] = await finishSite(pages, root, built, edition, lang, ahead);
    if (first) {
      const tail = rest.length > 0 ? fill(more[lang], { n: String(rest.length) }) : "";
      throw failed(first[lang] + tail);
    }
    await add?.(built);
    moveIntoPlace(built, dist);
  } finally {
    await rm(built, { recursive: true, force: true });
  }
};

export interface Preview {
  /** Where the preview listens. */
  readonly url: string;
  /** Call after `published/` was written anew: open pages redraw. */
  readonly refresh: () => Promise<void>;
  readonly close: () => void;
}

/** Touches every page, which is what Framework's preview looks at. */
const touchPages = async (root: string): Promise<void> => {
  const now = new Date();
  const files = await readdir(root, { recursive: true });
  for (const file of files.filter((f) => f.endsWith(".md") && !f.startsWith(".")))
    await utimes(join(root, file), now, now);
};

/**
 * Framework's preview on loopback, following changes to `reports`.
 * @param port where to listen; the next free one from 3000 by default
 */
export const previewSite = async ({
  reports,
  reader,
  root,
  port,
  lang = "zh",
}: SiteFolders & { readonly port?: number; readonly lang?: Lang }): Promise<Preview> => {
  await prepare({ reports, reader, root });
  const args = ["--no-open", "--host", "127.0.0.1", ...(port === undefined ? [] : ["--port", String(port)])];
  const child = await framework("preview", { root, output: join(root, "..", "preview"), lang, args });
  const url = await new Promise<string>((done, fail) => {
    let said = "";
    const listen = (chunk: Buffer): void => {
      said = `${said}${chunk}`.slice(-20_000);
      const match = /http:\/\/127\.0\.0\.1:\d+\//.exec(said);
      if (match) done(match[0]);
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.on("error", fail);
    child.on("close", () => fail(failed(sentenceIn(said))));
  });
  let pending: NodeJS.Timeout | undefined;
  const endWatch = watchFolder(reports, () => {
    clearTimeout(pending);
    pending = setTimeout(() => void stage(reports, root), 100);
  });
  return {
    url,
    refresh: () => touchPages(root),
    close: () => {
      clearTimeout(pending);
      endWatch();
      child.kill();
    },
  };
};
