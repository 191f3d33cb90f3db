import { createHash } from "node:crypto";
import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { byName } from "../order.ts";

/** What decides about figures: not the pages, the samples or the tests. */
const counts = /^(?:src\/(?!site\/).*\.ts|pipelines\/(?!demo\/).*\.(?:ts|sql))$/;

const sourcesOf = (home: string): string[] =>
  ["src", "pipelines"]
    .flatMap((folder) =>
      readdirSync(path.join(home, folder), { recursive: true, encoding: "utf8" }).map((file) =>
        `${folder}/${file}`.replaceAll(path.sep, "/"),
      ),
    )
    .filter((file) => counts.test(file))
    .sort(byName);

const hashOf = (home: string, files: readonly string[]): string => {
  const hash = createHash("sha256");
  for (const file of files)
    hash.update(`${file}\n`).update(readFileSync(path.join(home, file), "utf8").replaceAll("\r\n", "\n"));
  return hash.digest("hex");
};

/** Version of the program and a hash of the code that decides about figures, like `0.1.0 3f2a…`. @param home folder with package.json */
export const codeOf = (home: string): string => {
  const { version } = JSON.parse(readFileSync(path.join(home, "package.json"), "utf8")) as {
    version: string;
  };
  return `${version} ${hashOf(home, sourcesOf(home)).slice(0, 16)}`;
};

/** The code that a process runs, with the packages below it. */
export interface Code {
  /** Of all that decides about figures. */
  readonly whole: string;
  /** Of the engine alone: what reads a file and knows no register. */
  readonly engine: string;
}

/**
 * The code that this process runs. A source that was changed since it was loaded may be older in the process than on
 * the disk: then nobody can say.
 * @param loaded when the rooms were loaded, in milliseconds; the engine was when the process began
 */
export const codeInUse = (home: string, loaded: number): Code | undefined => {
  const sources = sourcesOf(home);
  const changed = sources.some((file) => {
    const { ctimeMs } = lstatSync(path.join(home, file));
    return ctimeMs >= (file.startsWith("pipelines/") ? loaded : performance.timeOrigin);
  });
  if (changed) return undefined;
  const lock = "package-lock.json";
  const below = `${existsSync(path.join(home, lock)) ? hashOf(home, [lock]) : ""} ${process.version}`;
  const engine = sources.filter((file) => file.startsWith("src/") && !file.startsWith("src/node/verbs/"));
  return { whole: `${codeOf(home)} ${below}`, engine: `${hashOf(home, engine)} ${below}` };
};
