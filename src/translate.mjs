import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

// Plain JavaScript: what translates the sources stands before any of them.

/** The folder that the program lies in. */
export const home = fileURLToPath(new URL("..", import.meta.url));

/**
 * Translates the program into JavaScript that Node starts by itself: through tsx, each of some three hundred modules is
 * asked for by itself, which takes two seconds of three. What is loaded later stays in files of its own. Sources are
 * told where they stand, packages are found from the folder.
 * @param {string} folder a new folder
 * @param {(file: string, source: string) => string} [change] what becomes of a source; its path is relative to `home`
 * @returns {Promise<string>} the file that starts the program
 */
export const translate = async (folder, change = (_, source) => source) => {
  const { build } = await import("esbuild");
  await build({
    entryPoints: { cli: path.join(home, "src", "cli.ts") },
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "silent",
    plugins: [
      {
        name: "places",
        setup: (of) =>
          of.onLoad({ filter: /[/\\](?:src|pipelines)[/\\].*\.ts$/ }, ({ path: file }) => {
            const own = path.relative(home, file).replaceAll(path.sep, "/");
            // In quotation marks it is a word that is handed to esbuild.
            const placed = readFileSync(file, "utf8").replace(
              /(?<!")import\.meta\.url/g,
              JSON.stringify(pathToFileURL(file).href),
            );
            return { contents: change(own, placed), loader: "ts" };
          }),
      },
    ],
  });
  return path.join(folder, "cli.mjs");
};
