import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { byName } from "../order.ts";
import { sha256 } from "./inbox.ts";
import { sealed, unsealed } from "./sealed.ts";
import { writeWhole } from "./whole_file.ts";

/** What the last build left, and from what: written when everything stands in its place. */
interface LastSite {
  readonly origin: string;
  /** By file, those of the site and those kept beside the warehouse: bytes and hash. */
  readonly files: Readonly<Record<string, readonly [number, string]>>;
  /** What was told of its figures. */
  readonly said: readonly string[];
}

/** One for each site that is built from an output folder. */
const place = (out: string, dist: string): string =>
  path.join(out, `last_site-${sha256(path.resolve(dist)).slice(0, 8)}`);

const hashOf = (file: string): string => sha256(readFileSync(file));

/** The files of a site; undefined where something is among them that no build makes. */
const filesIn = (dist: string): string[] | undefined => {
  if (!existsSync(dist)) return undefined;
  const entries = readdirSync(dist, { recursive: true, withFileTypes: true });
  if (entries.some((entry) => !entry.isDirectory() && !entry.isFile())) return undefined;
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort(byName);
};

/** Writes down what a build left in its place. @param beside files that belong to it and are not in the site */
export const keepSite = (
  out: string,
  dist: string,
  beside: readonly string[],
  { origin, said }: Pick<LastSite, "origin" | "said">,
): void => {
  const files = Object.fromEntries(
    [...(filesIn(dist) ?? []), ...beside].map((file) => [
      path.resolve(file),
      [statSync(file).size, hashOf(file)] as const,
    ]),
  );
  writeWhole(place(out, dist), sealed(JSON.stringify({ origin, files, said } satisfies LastSite)));
};

/**
 * What the last build told, if it was made from the same and every file of it still stands as it left it, no other
 * beside them. What is damaged, or was left by an interrupted build, counts as nothing.
 */
export const lastSite = (
  out: string,
  dist: string,
  beside: readonly string[],
  origin: string,
): readonly string[] | undefined => {
  try {
    const text = unsealed(readFileSync(place(out, dist), "utf8"));
    if (text === undefined) return undefined;
    const last = JSON.parse(text) as LastSite;
    const files = [...(filesIn(dist) ?? []), ...beside].map((file) => path.resolve(file));
    if (last.origin !== origin || files.length !== Object.keys(last.files).length) return undefined;
    const stands = files.every((file) => {
      const [size, content] = last.files[file] ?? [];
      return statSync(file).size === size && hashOf(file) === content;
    });
    return stands ? last.said : undefined;
  } catch {
    return undefined;
  }
};
