import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile, rename } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { handlersAsProperties } from "./handlers.ts";

/** The repository: bundles are resolved from its node_modules. */
const home = fileURLToPath(new URL("../../", import.meta.url));

/** Bundled from the installed packages, so that pages may use Plot, d3, html, Inputs and Arrow tables. */
const bundled = ["@observablehq/plot", "apache-arrow", "d3", "d3-dsv", "htl", "isoformat"];

/** Framework asks for the versions of these in every build; no page here uses them, so an empty folder is an answer. */
const named = [
  "@observablehq/sample-datasets",
  "arquero",
  "echarts",
  "leaflet",
  "lodash",
  "mapbox-gl",
  "parquet-wasm",
  "react",
  "react-dom",
  "topojson-client",
];

/** `node_modules/x/package.json`, also where a package's exports hide it. */
const manifestOf = (name: string): string => {
  const found = createRequire(join(home, "package.json"))
    .resolve.paths(name)
    ?.map((folder) => join(folder, name, "package.json"))
    .find(existsSync);
  if (found === undefined) throw new Error(`package ${name} is not installed; run npm ci`);
  return found;
};

/** One file with the whole package in it, made once per version. Written aside and renamed: two builds may race. */
const bundle = async (name: string, version: string, shelf: string): Promise<string> => {
  const file = join(shelf, `${name}@${version}`, name === "htl" ? "_handlers.js" : "_esm.js");
  if (existsSync(file)) return file;
  const aside = `${file}.${process.pid}`;
  await build({
    entryPoints: [name],
    absWorkingDir: home,
    outfile: aside,
    bundle: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
    legalComments: "none",
    plugins: [handlersAsProperties],
    logLevel: "silent",
  });
  await rename(aside, file);
  return file;
};

/**
 * Answers beforehand what Framework would ask of the network.
 * @param root Framework's root; `.observablehq/cache/_npm/` in it is filled
 * @param shelf where bundles are kept between builds
 */
export const fillOfflineCache = async (
  root: string,
  shelf = join(home, "node_modules", ".cache", "taizhang"),
): Promise<void> => {
  const cache = join(root, ".observablehq", "cache", "_npm");
  await Promise.all(named.map((name) => mkdir(join(cache, `${name}@0.0.0`), { recursive: true })));
  for (const name of bundled) {
    const { version } = JSON.parse(await readFile(manifestOf(name), "utf8")) as { version: string };
    const target = join(cache, `${name}@${version}`, "_esm.js");
    await mkdir(dirname(target), { recursive: true });
    await copyFile(await bundle(name, version, shelf), target);
  }
};

/**
 * What the pages for exploring import from `published/`: `site.js`, the drawings' wording and formats, and
 * `reader.js`, the reader itself.
 * @param reader the module with the names that the browser may have
 */
export const bundleForBrowser = async (root: string, reader: string): Promise<void> => {
  const entries = { site: join(home, "src/site/browser/index.ts"), reader };
  await build({
    entryPoints: entries,
    outdir: join(root, "published"),
    bundle: true,
    // The reader of workbooks is a file of its own, fetched when a workbook is dropped.
    splitting: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
    logLevel: "silent",
  });
};
