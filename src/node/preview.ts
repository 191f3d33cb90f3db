import { readdir, utimes } from "node:fs/promises";
import { join } from "node:path";
import { framework, sentenceIn } from "../site/framework.ts";
import { stage } from "../site/stage.ts";
import type { Lang } from "../words.ts";
import { prepareSite, type SiteFolders, siteFailed } from "./site_folders.ts";
import { watchFolder } from "./watch_folder.ts";

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
  await prepareSite({ reports, reader, root });
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
    child.on("close", () => fail(siteFailed(sentenceIn(said))));
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
