import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { bundleReasons } from "../src/bundle_reasons.ts";
import { federationsBelow } from "../src/handed_up.ts";
import { home, Workbench, withRooms } from "./workbench.ts";

const file = path.join(home, "docs/handup.md");
const between = /(<!-- sentences -->\n)[\s\S]*?(<!-- \/sentences -->)/;
const bench = new Workbench(withRooms("legal_aid"));
afterAll(() => bench.clear());

const table = (): string =>
  [
    ["为什么", "怎么办", "in English"],
    ["---", "---", "---"],
    ...Object.values(bundleReasons).map(({ why, mend }) => [why.zh, mend.zh, `${why.en}; ${mend.en}`]),
  ]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll(/\{(\w+)\}/g, "…")).join(" | ")} |`)
    .join("\n");

it("has every sentence with which a bundle is refused or doubted (UPDATE=1 writes them anew)", () => {
  const text = readFileSync(file, "utf8");
  const wanted = text.replace(between, (_, start, end) => `${start}${table()}\n${end}`);
  if (process.env.UPDATE) writeFileSync(file, wanted);
  expect(between.test(text)).toBe(true);
  expect(readFileSync(file, "utf8")).toBe(wanted);
});

it("its register of federations takes what the demonstration's districts handed up", async () => {
  const [, roster = ""] = /```csv\n([\s\S]*?)```/.exec(readFileSync(file, "utf8")) ?? [];
  const [headers = ""] = roster.split("\n");
  expect(headers.split(",")).toEqual(Object.values(federationsBelow.fields).map(({ words }) => words.zh));
  bench.put("demo/名册.csv", roster);
  for (const name of ["明远区", "望川区", "澄湖区"]) {
    const bundle = `上报-${name}总工会-2018Q4.csv`;
    cpSync(path.join(home, "data/demo/下级", bundle), path.join(bench.data, "demo", bundle));
  }
  const { files, bundles } = await bench.ingest();
  expect(files.map(({ path: at, accepted }) => [at, accepted > 0])).toEqual([
    ["demo/上报-明远区总工会-2018Q4.csv", true],
    ["demo/上报-望川区总工会-2018Q4.csv", true],
    ["demo/上报-澄湖区总工会-2018Q4.csv", false],
    ["demo/名册.csv", true],
  ]);
  expect(bundles.filter(({ problem }) => problem.severity === "error").map(({ path: at }) => at)).toEqual([
    "demo/上报-澄湖区总工会-2018Q4.csv",
  ]);
});

it.each(["README.md", "README.zh.md", "data/README.md"])("is linked from %s", (from) => {
  const text = readFileSync(path.join(home, from), "utf8");
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = ""]) =>
    path.join(home, path.dirname(from), to),
  );
  expect(links).toContain(file);
  expect(existsSync(file)).toBe(true);
});
