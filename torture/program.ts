import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { home } from "../test/workbench.ts";

/** Sizes from which on files are read in bulk and kept, and warehouses grown: here from the first byte. */
const thresholds: Readonly<Record<string, readonly [string, string]>> = {
  "src/node/load.ts": ["bigFile = 1_000_000", "bigFile = 0"],
  "src/node/cache.ts": ["{ text: 1_000_000, workbook: 50_000 }", "{ text: 0, workbook: 0 }"],
  "src/node/ingest.ts": ["grows = small.handedIn", "grows = 0"],
};

const lower = (file: string, source: string): string => {
  const [is, becomes] = thresholds[file] ?? ["", ""];
  if (!source.includes(is)) throw new Error(`${file} has another threshold by now than ${is}`);
  return source.replace(is, becomes);
};

/**
 * The program as one file, so that starts need not translate its sources each time, which takes three seconds: what it
 * does once it has started is the same. Files are told where they stand in the sources.
 * @param lowered a few kilobytes go the ways of many megabytes: bulk reading, the cache, a warehouse that grows
 * @param outfile where it is written; packages must be found from there
 */
export const program = async (
  lowered = false,
  outfile = path.join(home, "build", "torture", lowered ? "cli-lowered.mjs" : "cli.mjs"),
): Promise<string> => {
  await build({
    entryPoints: [path.join(home, "src", "cli.ts")],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    logLevel: "error",
    plugins: [
      {
        name: "places",
        setup: (of) =>
          of.onLoad({ filter: /[/\\](?:src|pipelines)[/\\].*\.ts$/ }, ({ path: file }) => {
            // In quotation marks it is a word that is handed to esbuild.
            const source = readFileSync(file, "utf8").replace(
              /(?<!")import\.meta\.url/g,
              JSON.stringify(pathToFileURL(file).href),
            );
            const own = path.relative(home, file).replaceAll(path.sep, "/");
            return { contents: lowered ? lower(own, source) : source, loader: "ts" };
          }),
      },
    ],
  });
  return outfile;
};
