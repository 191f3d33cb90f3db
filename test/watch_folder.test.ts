import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { watchFolder } from "../src/node/watch_folder.ts";
import { Workbench } from "./workbench.ts";

const bench = new Workbench();
afterAll(() => bench.clear());

describe("watching a folder", () => {
  it("goes on when folders in it come and go faster than they can be looked at", async () => {
    let told = 0;
    const end = watchFolder(bench.data, () => {
      told += 1;
    });
    for (let i = 0; i < 200; i++) {
      mkdirSync(path.join(bench.data, `甲${i}`, "乙"), { recursive: true });
      rmSync(path.join(bench.data, `甲${i}`), { recursive: true });
      if (i % 20 === 0) await new Promise((done) => setTimeout(done, 5));
    }
    await new Promise((done) => setTimeout(done, 800));
    const before = told;
    bench.put("新.csv", "走访日期\n");
    await expect.poll(() => told, { timeout: 5000 }).toBeGreaterThan(before);
    end();
  });
});
