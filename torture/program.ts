import path from "node:path";
import { translate } from "../src/translate.mjs";
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
 * The program, translated, so that starts need not look for that first: what it does once it has started is the same.
 * @param lowered a few kilobytes go the ways of many megabytes: bulk reading, the cache, a warehouse that grows
 * @param folder where it is written; packages must be found from there
 */
export const program = (
  lowered = false,
  folder = path.join(home, "build", "torture", lowered ? "lowered" : "plain"),
): Promise<string> => translate(folder, lowered ? lower : undefined);
