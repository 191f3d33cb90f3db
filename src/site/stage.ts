import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import type { Publication } from "../publication.ts";
import { isUnshown, trimmed } from "./trim.ts";

/** Folders of the staged root that are not pages: what was published, what Framework keeps. */
const kept = ["published", ".observablehq", ".drawings"];

const filesIn = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((file) => !kept.includes(file.split(sep)[0] as string));
};

const sameBytes = async (a: Buffer, file: string): Promise<boolean> =>
  readFile(file).then(
    (b) => a.equals(b),
    () => false,
  );

/** What the publication in the staged root leaves out: in a file by itself, since the figures may be many. */
const unshownIn = async (root: string): Promise<Pick<Publication, "unshown" | "below">> => {
  const shown = await readFile(join(root, "published", "shown.json"), "utf8").catch(() => undefined);
  return shown === undefined ? { unshown: [] } : JSON.parse(shown);
};

/**
 * Makes the staged root show exactly the pages of `reports`, without what speaks of rooms that are not shown, and
 * leaves `published/` in it alone. Files that did not change are not written again, so that a preview redraws only
 * what did.
 */
export const stage = async (reports: string, root: string): Promise<void> => {
  const publication = await unshownIn(root);
  const rooms = publication.unshown.map(({ id }) => id);
  const wanted = (await filesIn(reports)).filter((file) => !isUnshown(file, publication));
  for (const file of wanted) {
    const source = await readFile(join(reports, file));
    const bytes = file.endsWith(".md") ? Buffer.from(trimmed(source.toString("utf8"), rooms)) : source;
    const target = join(root, file);
    if (await sameBytes(bytes, target)) continue;
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }
  const stale = (await filesIn(root)).filter((file) => !wanted.includes(file));
  for (const file of stale) await rm(join(root, file));
};
