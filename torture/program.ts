import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { home } from "../test/workbench.ts";

/**
 * The program as one file, so that starts need not translate its sources each time, which takes three seconds: what it
 * does once it has started is the same. Files are told where they stand in the sources.
 * @param outfile where it is written; packages must be found from there
 */
export const program = async (outfile = path.join(home, "build", "torture", "cli.mjs")): Promise<string> => {
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
          of.onLoad({ filter: /[/\\](?:src|pipelines)[/\\].*\.ts$/ }, ({ path: file }) => ({
            contents: readFileSync(file, "utf8").replaceAll(
              "import.meta.url",
              JSON.stringify(pathToFileURL(file).href),
            ),
            loader: "ts",
          })),
      },
    ],
  });
  return outfile;
};
