import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { expectSitePlace } from "../src/node/site_place.ts";
import { call, expectSentence } from "./verb.ts";
import { filesBelow, Workbench } from "./workbench.ts";

const bench = new Workbench();
const at = (name: string): string => path.join(bench.folder, name);
afterAll(() => bench.clear());

const placed = (name: string) => () => expectSitePlace(at(name), bench.data, [bench.out, at("releases")]);

it("a site takes the place of an earlier site, of an empty folder and of nothing", () => {
  mkdirSync(at("empty"));
  mkdirSync(at("dist/_observablehq"), { recursive: true });
  for (const name of ["nowhere", "empty", "dist", "dist/", "data-2", "build/dist"])
    expect(placed(name), name).not.toThrow();
});

it("a site takes the place of nothing else: not of registers, warehouse, releases or other people's files", async () => {
  mkdirSync(at("mine"));
  writeFileSync(at("mine/论文.txt"), "x");
  mkdirSync(bench.out, { recursive: true });
  symlinkSync(bench.data, at("link"));
  for (const name of [
    "data",
    "data/dist",
    "link",
    "link/dist",
    ".",
    "build",
    "releases",
    "mine",
    "mine/论文.txt",
  ])
    expect(placed(name), name).toThrow(/--site/);
  bench.put("a.csv", "甲\n1\n");
  const before = filesBelow(bench.folder);
  for (const name of ["data", "mine", "."])
    expectSentence(
      await call("build", "--data", bench.data, "--out", bench.out, "--site", at(name)),
      /请用 --site 写/,
    );
  expect(filesBelow(bench.folder)).toEqual(before);
});
