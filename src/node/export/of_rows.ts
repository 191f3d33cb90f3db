import { readdirSync } from "node:fs";
import path from "node:path";
import { bears, exportMark, type Mark } from "./free.ts";
import { lakeMark } from "./lake/manifest.ts";

const internalMark: Mark = { ...exportMark, name: /^taizhang-internal$/ };

/** The exports in a folder that hold rows, each with its code. */
export const exportsOfRowsIn = (folder: string): string[] =>
  readdirSync(folder)
    .map((name) => path.join(folder, name))
    .filter((one) => bears(one, internalMark) || bears(one, lakeMark));
