import { join } from "node:path";
import { build } from "esbuild";
import { places } from "../translate.mjs";

/**
 * Translates what a process or a thread of its own is started with into files of a folder, each with all that it imports:
 * from there no package would be found.
 * @param entries sources, by the names of their files
 * @returns the file of an entry
 */
export const standalone = async <Name extends string>(
  entries: Readonly<Record<Name, string>>,
  folder: string,
): Promise<(entry: Name) => string> => {
  await build({
    entryPoints: { ...entries },
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "silent",
    plugins: [places()],
  });
  return (entry) => join(folder, `${entry}.mjs`);
};
