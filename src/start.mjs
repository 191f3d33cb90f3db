import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { home, translate } from "./translate.mjs";

const cache = path.join(home, "node_modules", ".cache", "taizhang-program");
/** Translations that nothing started from for so long go, in milliseconds. */
const kept = 30 * 24 * 60 * 60 * 1000;

/** What tells these sources from all others. */
const fingerprint = () => {
  const hash = createHash("sha256").update(`${process.version} ${home}`);
  const files = ["src", "pipelines"].flatMap((folder) =>
    readdirSync(path.join(home, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.m?ts$|\.mjs$/.test(file))
      .map((file) => path.join(folder, file)),
  );
  for (const file of [...files.sort(), "package-lock.json", "tsconfig.json"])
    if (existsSync(path.join(home, file))) hash.update(`\n${file}\n`).update(readFileSync(path.join(home, file)));
  return hash.digest("hex").slice(0, 32);
};

/** Clears away translations of sources that are no more. Several programs may do so at once. */
const clear = () => {
  for (const name of readdirSync(cache)) {
    const folder = path.join(cache, name);
    const last = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (last < Date.now() - kept) rmSync(folder, { recursive: true, force: true });
  }
};

/** Writes down that something started from there, where this user may. @param {string} folder */
const used = (folder) => {
  try {
    utimesSync(folder, new Date(), new Date());
  } catch {
    // Whoever translated it starts from there too, or it is translated anew.
  }
};

/**
 * The program, translated once for these sources.
 * @returns {Promise<string | undefined>} undefined where it cannot be kept, is wrong, or changed meanwhile
 */
const translated = async () => {
  try {
    const of = fingerprint();
    const folder = path.join(cache, of);
    const program = path.join(folder, "cli.mjs");
    if (existsSync(program)) {
      used(folder);
      return program;
    }
    const aside = `${folder}.${process.pid}`;
    try {
      mkdirSync(cache, { recursive: true });
      clear();
      await translate(aside);
      if (fingerprint() !== of) return undefined;
      if (!existsSync(folder)) renameSync(aside, folder);
    } finally {
      rmSync(aside, { recursive: true, force: true });
    }
    return program;
  } catch {
    // tsx tells what is wrong with a source, and needs no folder of ours.
    return undefined;
  }
};

const program = await translated();
if (program === undefined) {
  const { register } = await import("tsx/esm/api");
  register();
}
await import(pathToFileURL(program ?? path.join(home, "src", "cli.ts")).href);
