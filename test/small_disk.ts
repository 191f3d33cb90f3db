import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, statfsSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Scene, Tried } from "../torture/scene.ts";
import { filesBelow } from "./workbench.ts";

/** A disk of 32 MB in memory, beside a scene whose output it takes. */
export class SmallDisk {
  readonly folder: string;
  readonly filler: string;
  readonly #scene: Scene;
  /** Whether one can be mounted here: Linux alone, and with the right to. */
  readonly mounts: boolean;

  constructor(scene: Scene) {
    this.#scene = scene;
    this.folder = path.join(scene.bench.folder, "disk");
    this.filler = path.join(this.folder, "filler");
    mkdirSync(this.folder);
    // Only tried here: where all tests of disks are left out, nobody would take it away again.
    this.mounts = process.platform === "linux" && this.mount();
    if (this.mounts) this.unmount();
    else console.warn("disks that are full or read-only are not tried: no right to mount one in memory");
  }

  mount(): boolean {
    return spawnSync("mount", ["-t", "tmpfs", "-o", "size=32m", "none", this.folder]).status === 0;
  }

  remount(as: "ro" | "rw"): void {
    spawnSync("mount", ["-o", `remount,${as}`, this.folder]);
  }

  unmount(): void {
    spawnSync("umount", ["-l", this.folder]);
  }

  /** What calls a verb that writes to this disk. */
  argv(verb: Tried): string[] {
    const { bench, releases, exported, site } = this.#scene;
    return this.#scene
      .argv(verb)
      .map((arg) =>
        arg === bench.out
          ? path.join(this.folder, "build")
          : [releases, exported, site].includes(arg)
            ? path.join(this.folder, path.basename(arg))
            : arg,
      );
  }

  /** Every file on it but the filler, with what is in it. */
  state(): [string, string][] {
    return filesBelow(this.folder)
      .filter((file) => file !== "filler")
      .map((file) => [file, readFileSync(path.join(this.folder, file)).toString("base64")]);
  }

  /** Leaves so many bytes free. */
  fill(free: number): void {
    const { bavail, bsize } = statfsSync(this.folder);
    const filled = existsSync(this.filler) ? statSync(this.filler).size : 0;
    writeFileSync(this.filler, Buffer.alloc(Math.floor(filled + bavail * bsize - free)));
  }
}
