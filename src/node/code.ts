import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { byName } from "../order.ts";

/** What decides about figures: not the pages, the samples or the tests. */
const counts = /^(?:src\/(?!site\/).*\.ts|pipelines\/(?!demo\/).*\.(?:ts|sql))$/;

/** Version of the program and a hash of the code that decides about figures, like `0.1.0 3f2a…`. @param home folder with package.json */
export const codeOf = (home: string): string => {
  const hash = createHash("sha256");
  const files = ["src", "pipelines"].flatMap((folder) =>
    readdirSync(path.join(home, folder), { recursive: true, encoding: "utf8" }).map((file) =>
      `${folder}/${file}`.replaceAll(path.sep, "/"),
    ),
  );
  for (const file of files.filter((f) => counts.test(f)).sort(byName))
    hash.update(`${file}\n`).update(readFileSync(path.join(home, file), "utf8").replaceAll("\r\n", "\n"));
  const { version } = JSON.parse(readFileSync(path.join(home, "package.json"), "utf8")) as {
    version: string;
  };
  return `${version} ${hash.digest("hex").slice(0, 16)}`;
};
