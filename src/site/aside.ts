import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";

/** Kept in the staged root, where Framework does not look for pages. */
const folderIn = (root: string): string => join(root, ".drawings");

const place = /<div data-drawing="([0-9a-f]{16})"><\/div>/g;

/**
 * Keeps a finished drawing out of what Framework parses: it builds a DOM of every page several times over, and drawings
 * hold nothing that it would resolve. What is handed on is a mark; `setIn` puts the drawing back.
 * @param root the staged root
 */
export const keepAside =
  (root: string) =>
  (html: string): string => {
    const folder = folderIn(root);
    const id = createHash("sha256").update(html).digest("hex").slice(0, 16);
    const file = join(folder, id);
    if (!existsSync(file)) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, html);
    }
    return `<div data-drawing="${id}"></div>`;
  };

/** Forgets the drawings of an earlier build. */
export const clearAside = (root: string): Promise<void> =>
  rm(folderIn(root), { recursive: true, force: true });

/** A page with the drawings that were kept aside put in. @throws when one is not there */
export const setIn = (page: string, root: string): string =>
  page.replace(place, (_, id: string) => readFileSync(join(folderIn(root), id), "utf8"));
