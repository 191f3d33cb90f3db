import { readdir, rm, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import { framework, sentenceIn } from "../site/framework.ts";
import type { Lang } from "../words.ts";
import { diskFault } from "./disk.ts";
import { Failure } from "./failure.ts";
import { keepSite, lastSite } from "./last_site.ts";
import { prepareSite, type SiteFolders, siteFailed } from "./site_folders.ts";
import { pagesOrigin } from "./site_origin.ts";

/** A disk that is full says so in its own words, wherever it happened. */
const stopped = (said: string): Failure => {
  const sentence = sentenceIn(said);
  const disk = diskFault(sentence);
  return disk === undefined ? siteFailed(sentence) : new Failure(disk.zh, disk.en);
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

/** Pages as Framework makes them, in a process of its own: without numbers and drawings, which are put in afterwards. */
export interface Pages {
  /** Folder where they stand when they are made. */
  readonly folder: string;
  /** Whether they are those of the last build, with nothing left to wait for. */
  readonly areKept: boolean;
  /** @throws Failure with one sentence when a page cannot be made */
  readonly made: Promise<void>;
  /** Ends what is under way. */
  readonly end: () => Promise<void>;
}

/**
 * Begins to make pages; they are kept for the next build.
 * @param quarters that pages are made for
 * @param fresh pages that were made before are made anew
 */
export const beginPages = async (
  folders: SiteFolders,
  { quarters, lang, fresh }: { quarters: readonly string[]; lang: Lang; fresh: boolean },
): Promise<Pages> => {
  const { root } = folders;
  await prepareSite(folders);
  await stopClocks(root);
  const out = dirname(root);
  const folder = join(out, "pages");
  const originNow = (): string | undefined => pagesOrigin(root, [lang, ...quarters]);
  const origin = originNow();
  if (!fresh && origin !== undefined && lastSite(out, folder, [], origin) !== undefined)
    return { folder, areKept: true, made: Promise.resolve(), end: async () => {} };
  await rm(folder, { recursive: true, force: true });
  const child = await framework("build", { root, output: folder, lang, quarters });
  let said = "";
  const listen = (chunk: Buffer): void => {
    said = `${said}${chunk}`.slice(-200_000);
  };
  child.stdout?.on("data", listen);
  child.stderr?.on("data", listen);
  const closed = new Promise<number | null>((done) => {
    child.on("close", done);
    child.on("error", ({ message }) => {
      said += message;
      done(null);
    });
  });
  const made = closed.then((code) => {
    if (code !== 0) throw stopped(said);
    if (origin !== undefined && origin === originNow()) keepSite(out, folder, [], { origin, said: [] });
  });
  // Whoever waits for them is told; nobody may come to that.
  made.catch(() => {});
  const end = async (): Promise<void> => {
    child.kill();
    await closed;
  };
  return { folder, areKept: false, made, end };
};
