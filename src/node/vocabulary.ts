import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Folders with the program's own words. The demonstration's invented people are none. */
const folders = ["reports", "src", "pipelines"];
const worded = /\.(?:ts|sql|md)$/;
const notWords = /^(?:demo|examples|offenders)\//;

/** Comments are read by nobody on a page; only the heading of a check is. */
const spoken = (text: string, file: string): string =>
  file.endsWith(".ts")
    ? text.replace(/\/\*[\s\S]*?\*\/|(?:^|\s)\/\/[^\n]*/g, "\n")
    : file.endsWith(".sql")
      ? text.replace(/--(?!\s*check:)[^\n]*/g, "\n")
      : text;

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
        .map((file) => spoken(readFileSync(file, "utf8"), file)),
    )
    .join("\n");
