import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { areThere, declares } from "./named_tests.ts";
import { home } from "./workbench.ts";

const text = readFileSync(path.join(home, "SECURITY.md"), "utf8");
const rows = text
  .split("\n")
  .filter((line) => /^\| (?!attack|---)/.test(line))
  .map((line) => line.split(" | ").at(-1)?.replace(/ \|$/, "") ?? "");

it("every attack in SECURITY.md names a test that is there", () => {
  expect(rows.length).toBeGreaterThan(25);
  expect(rows.filter((named) => !areThere(named))).toEqual([]);
});

it("a test that is not there would be noticed", () => {
  expect(areThere("`test/inbox.test.ts` reads files that nobody sent")).toBe(false);
  expect(areThere("`test/nowhere.test.ts` opens no link")).toBe(false);
  expect(areThere("`test/corpus/nowhere`")).toBe(false);
  expect(areThere("`test/corpus/nul_bytes`")).toBe(true);
  const two = "`test/settings.test.ts` %s is refused with one sentence, `test/inspect.test.ts` does not wait";
  expect(areThere(two)).toBe(false);
  expect(areThere(`${two} for a pipe, and says so`)).toBe(true);
});

it("a test counts where it is declared, and not where it is left out or only spoken of", () => {
  const counts = (source: string): boolean => declares(source, "a (b)");
  for (const source of [
    'it("a (b)", () => {})',
    '  it.each(cases)("a (b)", () => {})',
    '  it.runIf(mounts)(\n    "a (b)",',
    '  it.each<[string]>([\n    ["x"],\n  ])("a (b)", () => {})',
  ])
    expect(counts(source), source).toBe(true);
  for (const source of [
    'const said = "a (b)";',
    '// it("a (b)", () => {})',
    'it("a b", () => {})',
    'it.skip("a (b)", () => {})',
    'it.todo("a (b)")',
    'describe.skip("all", () => {\n  it("a (b)", () => {})\n})',
  ])
    expect(counts(source), source).toBe(false);
});
