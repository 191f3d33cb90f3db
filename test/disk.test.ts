import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Scene } from "../torture/scene.ts";
import { ofScene } from "./of_scene.ts";
import { SmallDisk } from "./small_disk.ts";
import { callAs, expectSentence } from "./verb.ts";
import { filesBelow } from "./workbench.ts";

const call = (...argv: string[]) => callAs(ofScene, ...argv);
const scene = new Scene(false, ofScene);
const { bench } = scene;
const disk = new SmallDisk(scene);

describe("a disk", () => {
  beforeAll(async () => {
    if (disk.mounts) disk.mount();
    expect((await call(...scene.argv("ingest"))).status).toBe(0);
  });
  afterAll(() => {
    if (disk.mounts) disk.unmount();
    scene.clear();
  });

  it.runIf(disk.mounts)(
    "that is full, at several sizes: one sentence, the last good things stay, and the next run needs no help",
    async () => {
      for (const verb of ["release", "export"] as const)
        expect((await call(...disk.argv(verb))).status).toBe(0);
      const before = disk.state();
      scene.put(1);
      const whole = statSync(path.join(disk.folder, "build", "warehouse.duckdb")).size;
      let failed = 0;
      for (const [i, free] of [0, 8_000, whole * 0.1, whole * 0.5, whole * 0.97].entries()) {
        disk.fill(free);
        const verb = (["ingest", "release", "export", "ingest", "export"] as const)[i] as "ingest";
        const ran = await call(...disk.argv(verb));
        if (ran.status !== 0) {
          expectSentence(ran, /^磁盘已满，请清理后重新运行$/);
          expect(disk.state(), `${verb} with ${free} bytes free`).toEqual(before);
          failed += 1;
        }
      }
      expect(failed).toBeGreaterThan(3);
      rmSync(disk.filler);
      for (const verb of ["release", "export"] as const)
        expect((await call(...disk.argv(verb))).status, verb).toBe(0);
      scene.put(0);
    },
    180_000,
  );

  it.runIf(disk.mounts)(
    "that is read-only: one sentence, also from a folder of registers that is",
    async () => {
      disk.remount("ro");
      for (const verb of ["ingest", "export"] as const)
        expectSentence(await call(...disk.argv(verb)), /^文件夹是只读的，无法写入：/);
      disk.remount("rw");
      const data = path.join(disk.folder, "data");
      mkdirSync(data);
      for (const file of filesBelow(bench.data))
        writeFileSync(path.join(data, file), readFileSync(path.join(bench.data, file)));
      rmSync(path.join(disk.folder, "export"), { recursive: true, force: true });
      disk.remount("ro");
      const where = ["--data", data, "--out", bench.out];
      expect((await call("ingest", ...where)).status).toBe(0);
      expectSentence(await call("forget", "--person", "A1", ...where), /^文件夹是只读的，无法写入：/);
      disk.remount("rw");
    },
  );
});
