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

/** Version of the program and a hash of the code that decides about figures, like `0.1.0 3f2a…`. @param home folder with package.json */
export const codeOf = (home: string): string => {
  const hash = createHash("sha256");
  for (const file of sourcesOf(home))
    hash.update(`${file}\n`).update(readFileSync(path.join(home, file), "utf8").replaceAll("\r\n", "\n"));
  const { version } = JSON.parse(readFileSync(path.join(home, "package.json"), "utf8")) as {
    version: string;
  };
  return `${version} ${hash.digest("hex").slice(0, 16)}`;
};

/**
 * The code that this process runs, with the packages below it. A source that was changed since it was loaded may be
 * older in the process than on the disk: then nobody can say.
 * @param loaded when the rooms were loaded, in milliseconds; the engine was when the process began
 */
export const codeInUse = (home: string, loaded: number): string | undefined => {
  const changed = sourcesOf(home).some((file) => {
    const { ctimeMs } = lstatSync(path.join(home, file));
    return ctimeMs >= (file.startsWith("pipelines/") ? loaded : performance.timeOrigin);
  });
  if (changed) return undefined;
  const packages = path.join(home, "package-lock.json");
  const hash = createHash("sha256").update(existsSync(packages) ? readFileSync(packages) : "");
  return `${codeOf(home)} ${hash.digest("hex")} ${process.version}`;
};
