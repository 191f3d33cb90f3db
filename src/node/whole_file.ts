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

/**
 * Writes a new file and waits until it is on the disk.
 * @throws where the file is there already, or the disk is full
 */
export const writeFlushed = (file: string, text: string, mode: number): void => {
  const handle = openSync(file, "wx", mode);
  try {
    // One `writeSync` may write a part of it where the disk is nearly full, and say nothing.
    writeFileSync(handle, text);
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
    writeFlushed(aside, text, 0o600);
    renameSync(aside, file);
    sync(path.dirname(file));
  } finally {
    rmSync(aside, { force: true });
  }
};
