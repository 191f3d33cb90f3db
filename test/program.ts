import { existsSync, symlinkSync } from "node:fs";
import path from "node:path";
import { inject } from "vitest";
import { program } from "../torture/program.ts";
import { home } from "./workbench.ts";

let made: Promise<string> | undefined;

const make = async (): Promise<string> => {
  const folder = inject("runFolder");
  const packages = path.join(folder, "node_modules");
  try {
    symlinkSync(path.join(home, "node_modules"), packages);
  } catch (error) {
    // The other process of tests was quicker.
    if (!existsSync(packages)) throw error;
  }
  return program(false, path.join(folder, `cli-${process.pid}`));
};

/** The program translated, made once by each process of tests. */
export const wholeProgram = (): Promise<string> => (made ??= make());
