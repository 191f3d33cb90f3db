import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Publication } from "../publication.ts";
import type { Quality } from "../published_quality.ts";
import { Edition } from "./edition.ts";

/** Files in `published/` from which the pages of a preview are made. */
const names = ["figures.json", "quality.json"] as const;

/** Puts an edition where a preview fetches it. @param folder `published/` */
export const putOnShelf = (
  folder: string,
  { publication, quality }: { readonly publication: Publication; readonly quality: Quality },
): void => {
  for (const [i, part] of [publication, quality].entries())
    writeFileSync(join(folder, names[i] as string), JSON.stringify(part));
};

/**
 * Where the pages of a preview fetch the edition from.
 * @param root Framework's root, with `published/` in it
 * @returns the edition; read again whenever the published files have changed
 */
export const shelf = (root: string): (() => Edition) => {
  const files = names.map((name) => join(root, "published", name));
  let stamp = "";
  let edition: Edition | undefined;
  return () => {
    const now = files.map((file) => statSync(file).mtimeMs).join(" ");
    if (edition === undefined || now !== stamp) {
      const [publication, quality] = files.map((file) => JSON.parse(readFileSync(file, "utf8")));
      edition = new Edition(publication as Publication, quality as Quality);
      stamp = now;
    }
    return edition;
  };
};
