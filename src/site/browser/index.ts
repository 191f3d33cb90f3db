/** What the pages for exploring may import as `published/site.js`. */

export { unlabelled } from "../unlabelled.ts";
export { explorer } from "./explorer.ts";
export { fileDrop } from "./file_drop.ts";
export { findings } from "./findings.ts";
