import { createHash, type Hash } from "node:crypto";
import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { byName } from "../order.ts";

/** All that a site is made from beside its warehouse. */
export interface SiteSources {
  /** What the warehouse was made from, the code that decides about figures and the settings among it. */
  readonly warehouse: string;
  /** Folder with package.json, reports/ and src/. */
  readonly home: string;
  readonly releases: string;
  /** Options that change what is built. */
  readonly options: readonly (string | boolean | undefined)[];
}

/** What draws and frames the pages, and the templates, beside the code that decides about figures. */
const drawing = [
  "src/site",
  "pipelines",
  "reports",
  "observablehq.config.ts",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
];
/** Loaded by the process that builds; the others are read when they are needed. */
const loaded = /^(?:src|observablehq)/;

const filesOf = (place: string): string[] => {
  if (!existsSync(place)) return [];
  if (!lstatSync(place).isDirectory()) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort(byName);
};

const add = (hash: Hash, root: string, files: readonly string[]): void => {
  for (const file of files) {
    const bytes = readFileSync(file);
    hash.update(`${path.relative(root, file).replaceAll(path.sep, "/")}\0${bytes.length}\0`).update(bytes);
  }
};

/** Hashes sources that lie below the program's folder; undefined where a loaded one was changed since this process began. */
const codeInto = (hash: Hash, home: string, names: readonly string[]): Hash | undefined => {
  const sources = names.flatMap((name) => filesOf(path.join(home, name)));
  const isCode = (file: string): boolean => loaded.test(path.relative(home, file));
  if (sources.some((file) => isCode(file) && lstatSync(file).ctimeMs >= performance.timeOrigin))
    return undefined;
  add(hash, home, sources);
  return hash;
};

/**
 * One hash of all that a site is made from: the same origin, the same site, byte for byte.
 * @returns undefined where nobody can say: a source was changed since this process began, so that it may run an older one
 */
export const siteOrigin = ({ warehouse, home, releases, options }: SiteSources): string | undefined => {
  const hash = createHash("sha256").update(`${JSON.stringify([warehouse, options, process.version])}\n`);
  if (codeInto(hash, home, drawing) === undefined) return undefined;
  add(hash, releases, filesOf(releases));
  return hash.digest("hex");
};

const ownHome = fileURLToPath(new URL("../..", import.meta.url));

/**
 * The same of what Framework makes before numbers and drawings are put in: pages, style, and what the browser is handed.
 * @param root the staged root
 */
export const pagesOrigin = (root: string, options: readonly string[]): string | undefined => {
  const hash = createHash("sha256").update(`${JSON.stringify([options, process.version])}\n`);
  if (
    codeInto(hash, ownHome, ["src", "observablehq.config.ts", "package-lock.json", "tsconfig.json"]) ===
    undefined
  )
    return undefined;
  const staged = filesOf(root).filter((file) => {
    const [folder, kind] = path.relative(root, file).split(path.sep);
    return folder !== ".observablehq" && (folder !== "published" || kind?.endsWith(".js"));
  });
  add(hash, root, staged);
  return hash.digest("hex");
};
