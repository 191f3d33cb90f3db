import {
  type ExportAllDeclaration,
  type ExportNamedDeclaration,
  type ImportDeclaration,
  type ImportExpression,
  Parser,
} from "acorn";
import { simple } from "acorn-walk";
import { transformSync } from "esbuild";
import { describe, expect, it } from "vitest";
import { importsAlone } from "../src/site/imports_alone.ts";

const filling = `const filling = ["${"x".repeat(6_000)}"]; console.log(filling, important);`;
const minified = (code: string): string =>
  transformSync(`${code}\nlet important = 1; ${filling}`, { minify: true }).code;

/** What Framework looks for in a script, and where it stands. */
const importsIn = (script: string): unknown[] => {
  const found: unknown[] = [];
  const take = ({
    type,
    start,
    end,
    source,
  }: ImportDeclaration | ImportExpression | ExportAllDeclaration | ExportNamedDeclaration): void => {
    if (source) found.push([type, start, end, "value" in source && source.value]);
  };
  simple(Parser.parse(script, { ecmaVersion: 13, sourceType: "module" }), {
    ImportDeclaration: take,
    ImportExpression: take,
    ExportAllDeclaration: take,
    ExportNamedDeclaration: take,
  });
  return found;
};

describe("a bundle of which the imports are left", () => {
  it.each([
    ['import "./a.js"; import { b as c } from "./b.js"; import d, * as e from "./d.js"; c(d, e);', 3],
    ['const later = async () => (await import("./later.js")).open(await import("./other.js")); later();', 2],
    ['import * as all from "./a.js"; export { all }; export default (x) => import(x);', 2],
    ["export const none = 1;", 0],
  ])("says the same of them: %s", (code, count) => {
    const script = minified(code);
    expect(importsIn(script).length).toBe(count);
    expect(importsIn(importsAlone(script))).toEqual(importsIn(script));
  });

  it("is blank otherwise", () => {
    const script = minified('import { a } from "./a.js"; a("an export from a table");');
    expect(importsAlone(script).trim()).toBe(script.slice(0, script.indexOf(";")));
    expect(importsAlone(script).length).toBe(script.length);
  });

  it.each([
    ['export * from "./a.js";'],
    ['import { a } from "./a.js"; export { b } from "./b.js"; a();'],
    ['FileAttachment("a.csv").csv();'],
    ['console.log(import.meta.resolve("./a.js"));'],
    ["console.log(`they import nothing`);"],
  ])("is whole where it may hold more: %s", (code) => {
    const script = minified(code);
    expect(importsAlone(script)).toBe(script);
  });

  it("is whole where it is short", () => {
    expect(importsAlone("const a=1;")).toBe("const a=1;");
  });
});
