import { readFileSync } from "node:fs";
import path from "node:path";
import { type AnyNode, parse } from "acorn";
import { full } from "acorn-walk";
import { transformSync } from "esbuild";
import { expect, it } from "vitest";
import { organisation } from "../pipelines/index.ts";
import { inspect } from "../src/inspect.ts";
import { registersOf } from "../src/organisation.ts";
import { openWorkbook } from "../src/workbook.ts";
import { filesBelow, home } from "./workbench.ts";

interface Pattern {
  readonly where: string;
  readonly pattern: RegExp;
}

/** Every regular expression that is written in the sources. */
const patternsIn = (folder: string): Pattern[] =>
  filesBelow(path.join(home, folder))
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => {
      const { code } = transformSync(readFileSync(path.join(home, folder, file), "utf8"), {
        loader: "ts",
        charset: "utf8",
      });
      const found: Pattern[] = [];
      full(parse(code, { ecmaVersion: "latest", sourceType: "module" }), (node: AnyNode) => {
        if (node.type === "Literal" && node.regex)
          found.push({
            where: `${folder}/${file} ${node.raw}`,
            pattern: new RegExp(node.regex.pattern, node.regex.flags),
          });
      });
      return found;
    });

/** What a pattern may run on for long: every character that stands in it, and one of each common kind. */
const fuelOf = (pattern: RegExp): string[] => [
  ...new Set([...pattern.source.replace(/\\[a-zA-Z](?:\{[^}]*\})?/g, ""), ..." 1a万月.,-\t\n（<\"'"]),
];

/** Run on short texts alone: their time grows with the square of the length, which is bounded before. */
const bounded: Readonly<Record<string, string>> = {
  "src/coordinate.ts /0+$/": "fifteen digits behind the point",
  "src/format.ts /\\B(?=(\\d{3})+$)/g": "the digits of a number of ours",
  "src/site/quality.ts /\\B(?=(\\d{3})+$)/g": "the digits of a number of ours",
  "src/site/trust.ts /\\B(?=(\\d{3})+$)/g": "the digits of a number of ours",
  "src/header_names.ts /[(（[【<][^)）\\]】>]*[)）\\]】>]/g": "a header of at most two hundred characters",
  "src/node/receipt_text.ts /[（(].*元/": "a header of at most two hundred characters",
  "src/node/export/xlsx.ts /0+$/": "the digits of a number of ours",
  "src/node/plausibility/findings.ts /\\B(?=(\\d{3})+$)/g": "the digits of a number of ours",
  "src/workbook.ts /0+$/": "twenty digits behind the point",
};

const length = 8_000;
/** Milliseconds of computing. A linear pattern takes a hundredth of it. */
const bound = 25;

const once = (pattern: RegExp, text: string): number => {
  const before = process.cpuUsage();
  pattern.lastIndex = 0;
  pattern.test(text);
  return process.cpuUsage(before).user / 1000;
};

/** Other work of this process may fall into one measurement, hardly into three. */
const milliseconds = (pattern: RegExp, text: string): number => {
  const first = once(pattern, text);
  return first < bound ? first : Math.min(first, once(pattern, text), once(pattern, text));
};

it("no regular expression runs away on long texts made to hold it", () => {
  const patterns = ["src", "pipelines"]
    .flatMap(patternsIn)
    .filter(({ where }) => bounded[where] === undefined);
  expect(patterns.length).toBeGreaterThan(100);
  const slow = patterns.filter(({ pattern }) => {
    const fuel = fuelOf(pattern);
    return fuel
      .flatMap((one, i) => [one, one + fuel[(i + 1) % fuel.length]])
      .map((unit) => unit.repeat(length / unit.length))
      .some((text) => milliseconds(pattern, `${text}\u0000`) > bound);
  });
  expect(slow.map(({ where }) => where)).toEqual([]);
});

it("finds a pattern that does run away", () => {
  expect(milliseconds(/(a|b)*c/, `${"ab".repeat(length / 2)}\u0000`)).toBeGreaterThan(bound);
});

it("a cell of a million brackets in a header costs no more than any other", () => {
  const text = `走访日期,统一社会信用代码,干部编号,走访方式,${"(".repeat(900_000)}\n`;
  const before = process.cpuUsage();
  const [seen] = inspect(new TextEncoder().encode(text), registersOf(organisation), "zh", openWorkbook);
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(5);
  expect(seen?.inspection.register).toBe("visits");
  expect(seen?.inspection.columns[4]?.header.length).toBeLessThan(300);
});
