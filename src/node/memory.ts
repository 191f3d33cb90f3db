import os from "node:os";
import { words } from "../words.ts";

/** With less than this a build of a million rows spills more than it reads. In MB. */
const least = 256;

const amount = /^(\d{1,7}(?:\.\d{1,2})?) ?(GB|MB)$/i;

/** `4 GB` or `800 MB` in MB (a million bytes); undefined for anything else, and for what is too little to work with. */
export const memoryIn = (said: string): number | undefined => {
  const [, number, unit] = amount.exec(said.trim()) ?? [];
  if (number === undefined) return undefined;
  const mb = Math.floor(Number(number) * (unit?.toUpperCase() === "GB" ? 1000 : 1));
  return mb >= least ? mb : undefined;
};

/** How memory is written, said to whoever wrote it otherwise. */
export const memoryWanted = words(
  `应写成 4 GB 或 800 MB 这样，不少于 ${least} MB`,
  `is written like 4 GB or 800 MB, and is at least ${least} MB`,
);

/** Half of what the machine (or the container this runs in) has: the other half is for reading and for other programs. */
const usual = (): number => {
  const contained = process.constrainedMemory() || Number.POSITIVE_INFINITY;
  return Math.max(least, Math.floor(Math.min(os.totalmem(), contained) / 2e6));
};

let allowed: number | undefined;

/**
 * Says what DuckDB may take of the memory in this process; what is more it lays down in the output folder.
 * @param mb in MB; undefined for half of the machine's
 */
export const allowMemory = (mb: number | undefined): void => {
  allowed = mb;
};

/** What DuckDB may take of the memory, as its `memory_limit`. */
export const memoryLimit = (): string => `${allowed ?? usual()}MB`;
