import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Publication, Quality } from "../publication.ts";
import { Edition } from "./edition.ts";

/** The edition of a publication at hand. @param root Framework's root, with `published/` in it */
export const editionOf = (publication: Publication, root: string): Edition =>
  new Edition(
    publication,
    JSON.parse(readFileSync(join(root, "published", "quality.json"), "utf8")) as Quality,
  );

/**
 * Where pages fetch the edition from.
 * @param root Framework's root, with `published/` in it
 * @returns the edition; read again whenever the published files have changed
 */
export const shelf = (root: string): (() => Edition) => {
  const files = ["figures.json", "quality.json"].map((name) => join(root, "published", name));
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
