import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { home } from "../test/workbench.ts";

/**
 * The program as one file, so that hundreds of starts need not translate its sources each time: what it does once it has
 * started is the same. Files are told where they stand in the sources.
 * @returns the file; it lies where packages are found
 */
export const program = async (): Promise<string> => {
  const outfile = path.join(home, "build", "torture", "cli.mjs");
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
