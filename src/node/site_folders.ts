import { bundleForBrowser, fillOfflineCache } from "../site/offline.ts";
import { stage } from "../site/stage.ts";
import { Failure } from "./failure.ts";

/** What a site is made from. */
export interface SiteFolders {
  /** Pages: Markdown and style. */
  readonly reports: string;
  /** Module with the names that the browser may have. */
  readonly reader: string;
  /** Staged root; `published/` in it says before anything here is called which pages there are. */
  readonly root: string;
}

/** Puts into the staged root all that Framework asks for. */
export const prepareSite = async ({ reports, reader, root }: SiteFolders): Promise<void> => {
  await stage(reports, root);
  await Promise.all([fillOfflineCache(root), bundleForBrowser(root, reader)]);
};

export const siteFailed = (why: string): Failure =>
  new Failure(`网站未能生成：${why}`, `the site could not be built: ${why}`);
