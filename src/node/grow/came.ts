import { literal } from "../sql.ts";

/** SQL that is true of the rows of files that came, by their paths. */
export const cameIn = (paths: readonly string[]): string => `_file IN (${paths.map(literal).join(", ")})`;
