import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { besideOf, mendPlace } from "../into_place.ts";
import { sync } from "../whole_file.ts";

/**
 * Writes a file in a folder beside, has that looked through, and moves the file into place whole.
 * @param see is handed the folder; what it throws leaves what stood there before
 */
export const writtenAfter = async (
  file: string,
  content: string,
  see: (aside: string) => Promise<void>,
): Promise<void> => {
  const folder = path.dirname(file);
  mkdirSync(folder, { recursive: true });
  mendPlace(file);
  const aside = besideOf(file);
  mkdirSync(aside);
  try {
    const made = path.join(aside, path.basename(file));
    writeFileSync(made, content);
    await see(aside);
    sync(made);
    renameSync(made, file);
    sync(folder);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
};
