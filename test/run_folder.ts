import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder of this run, for what several files of tests look at. */
    readonly runFolder: string;
  }
}

/** Makes the folder of a run, and clears it away behind the last test. */
export default ({ provide }: TestProject): (() => void) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "taizhang-run-"));
  provide("runFolder", folder);
  return () => rmSync(folder, { recursive: true, force: true });
};
