import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { besideOf, mendPlace } from "./into_place.ts";

/** Waits until a file or folder is on the disk. */
export const sync = (target: string): void => {
  const handle = openSync(target, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** Writes a file of its owner alone, whole or not at all: it is made beside and renamed into place. */
export const writeWhole = (file: string, text: string): void => {
  mendPlace(file);
  const aside = besideOf(file);
  try {
    writeFileSync(aside, text, { mode: 0o600 });
    sync(aside);
    renameSync(aside, file);
    sync(path.dirname(file));
  } finally {
    rmSync(aside, { force: true });
  }
};
