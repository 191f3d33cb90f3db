import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

// Plain JavaScript: what translates the sources stands before any of them.

/** The folder that the program lies in. */
export const home = fileURLToPath(new URL("..", import.meta.url));

/**
 * For esbuild: sources are told where they stand, in whatever file they end.
 * @param {(file: string, source: string) => string} [change] what becomes of a source; its path is relative to `home`
 * @returns {import("esbuild").Plugin}
 */
export const places = (change = (_, source) => source) => ({
  name: "places",
  setup: (of) =>
    of.onLoad({ filter: /\.(?:ts|mjs)$/ }, ({ path: file }) => {
      const own = path.relative(home, file).replaceAll(path.sep, "/");
      if (!/^(?:src|pipelines)\//.test(own)) return undefined;
      const placed = readFileSync(file, "utf8").replace(
        /import\.meta\.url/g,
        JSON.stringify(pathToFileURL(file).href),
      );
      return { contents: change(own, placed), loader: "ts" };
    }),
});

/**
 * Translates the program into JavaScript that Node starts by itself: through tsx, each of some three hundred modules is
 * asked for by itself, which takes two seconds of three. What is loaded later stays in files of its own. Packages are
 * found from the folder.
 * @param {string} folder a new folder
 * @param {Parameters<typeof places>[0]} [change] what becomes of a source
 * @returns {Promise<string>} the file that starts the program
 */
export const translate = async (folder, change) => {
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
    plugins: [places(change)],
  });
  return path.join(folder, "cli.mjs");
};
