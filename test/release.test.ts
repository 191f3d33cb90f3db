import { existsSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { writeRelease } from "../src/node/release.ts";
import type { Release } from "../src/release.ts";
import { words } from "../src/words.ts";
import { filesBelow } from "./workbench.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "taizhang-release-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const release: Release = {
  quarter: "2018Q4",
  edition: 1,
  asOf: "2018-12-31",
  code: "",
  demo: true,
  overridden: [],
  why: null,
  settings: {},
  figures: [],
  files: [],
  methods: [],
};
const said = { federation: words("某某总工会", "A federation"), of: () => undefined };

it("a release that is kept out leaves nothing behind, and takes no earlier one with it", async () => {
  const keptOut = (): never => {
    throw new Error("personal");
  };
  await expect(writeRelease(folder, release, said, keptOut)).rejects.toThrow("personal");
  expect(existsSync(path.join(folder, "2018Q4"))).toBe(false);
  await writeRelease(folder, release, said);
  await expect(writeRelease(folder, { ...release, edition: 2 }, said, keptOut)).rejects.toThrow("personal");
  expect(filesBelow(folder).map((file) => path.dirname(file))).toEqual(Array(4).fill("2018Q4/1"));
});
