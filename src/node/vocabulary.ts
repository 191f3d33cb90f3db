import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Folders with the program's own words. The demonstration's invented people are none. */
const folders = ["reports", "src", "pipelines"];
const worded = /\.(?:ts|sql|md)$/;
const notWords = /^(?:demo|examples|offenders)\//;

/**
 * Everything the program says by itself, whatever the registers hold: its sources and the prose of its pages.
 * @param home the folder with package.json
 */
export const vocabulary = (home: string): string =>
  folders
    .map((folder) => path.join(home, folder))
    .filter(existsSync)
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && worded.test(entry.name))
        .map((entry) => path.join(entry.parentPath, entry.name))
        .filter((file) => !notWords.test(path.relative(folder, file).replaceAll(path.sep, "/")))
        .sort()
        .map((file) => readFileSync(file, "utf8")),
    )
    .join("\n");
