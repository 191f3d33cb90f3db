import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Scene } from "../../torture/scene.ts";
import { SmallDisk } from "../small_disk.ts";
import { call } from "../verb.ts";
import { filesBelow } from "../workbench.ts";

const scene = new Scene();
const disk = new SmallDisk(scene);
beforeAll(() => void (disk.mounts && disk.mount()));
afterAll(() => {
  if (disk.mounts) disk.unmount();
  scene.clear();
});

it.runIf(disk.mounts)(
  "a disk that fills up while pages are built, or put beside the old site: one sentence, that stays whole, nothing is left aside",
  async () => {
    const site = path.join(disk.folder, "dist");
    mkdirSync(path.join(site, "_observablehq"), { recursive: true });
    writeFileSync(path.join(site, "index.html"), "old");
    const dist = (): string[] => filesBelow(disk.folder).filter((file) => file.startsWith("dist"));
    // Before the pages, and when they are put beside the old ones.
    for (const free of [3_000_000, 8_000_000]) {
      disk.fill(free);
      const { status, err } = await call(...disk.argv("build"));
      expect([status, err.trim().split("\n").at(-1)]).toEqual([2, "磁盘已满，请清理后重新运行"]);
      expect(dist()).toEqual(["dist/index.html"]);
      expect(readFileSync(path.join(site, "index.html"), "utf8")).toBe("old");
    }
    rmSync(disk.filler);
    expect((await call(...disk.argv("build"))).status).toBe(0);
    expect(dist().length).toBeGreaterThan(50);
  },
  180_000,
);
