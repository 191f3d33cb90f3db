import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { makeAside } from "../src/node/made_aside.ts";
import { Workbench } from "./workbench.ts";

const bench = new Workbench();
afterAll(() => bench.clear());

it("a folder named with a slash at its end, as shells complete it, is put in place like any other", async () => {
  const folder = path.join(bench.folder, "places");
  mkdirSync(folder);
  for (const said of ["first", "second"])
    await makeAside(`${path.join(folder, "dist")}/`, 0o755, async (aside) => {
      expect(path.dirname(aside)).toBe(folder);
      writeFileSync(path.join(aside, "index.html"), said);
    });
  expect(readFileSync(path.join(folder, "dist", "index.html"), "utf8")).toBe("second");
  expect(readdirSync(folder)).toEqual(["dist"]);
});
