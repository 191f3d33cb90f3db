import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { home } from "./workbench.ts";

const text = readFileSync(path.join(home, "SECURITY.md"), "utf8");
const rows = text
  .split("\n")
  .filter((line) => /^\| (?!attack|---)/.test(line))
  .map((line) => line.split(" | ").at(-1)?.replace(/ \|$/, "") ?? "");

/** Where a test is that a row names: a file of tests with its name in it, or a case of the corpus. */
const isThere = (named: string): boolean => {
  const [, file = "", name = ""] = /^`(test\/[^`]+)` ?(.*)$/.exec(named) ?? [];
  const full = path.join(home, file);
  if (file === "" || !existsSync(full)) return false;
  return file.endsWith(".test.ts")
    ? name !== "" && readFileSync(full, "utf8").includes(`"${name}"`)
    : file.startsWith("test/corpus/") && name === "";
};

it("every attack in SECURITY.md names a test that is there", () => {
  expect(rows.length).toBeGreaterThan(25);
  expect(rows.filter((named) => !isThere(named))).toEqual([]);
});

it("a test that is not there would be noticed", () => {
  expect(isThere("`test/inbox.test.ts` reads files that nobody sent")).toBe(false);
  expect(isThere("`test/nowhere.test.ts` opens no link")).toBe(false);
  expect(isThere("`test/corpus/nowhere`")).toBe(false);
  expect(isThere("`test/corpus/nul_bytes`")).toBe(true);
});
