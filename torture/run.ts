import { spawn } from "node:child_process";
import { existsSync, type FSWatcher, readdirSync, readFileSync, watch } from "node:fs";
import { home } from "../test/workbench.ts";
import type { Scene, Tried } from "./scene.ts";

/** When a run is killed: so many milliseconds, or so many changes of names, after it took its output folder. */
export interface Moment {
  readonly after: { readonly ms: number } | { readonly changes: number };
  /** The process alone, not what it started. */
  readonly parentOnly?: boolean;
}

export interface Ran {
  /** The exit code; null for a run that was killed. */
  readonly status: number | null;
  readonly said: string;
  readonly err: string;
  /** Milliseconds from taking the output folder to the end. */
  readonly ms: number;
  /** Changes of names in the output folder and beside the site meanwhile. */
  readonly changes: number;
  readonly killed: boolean;
}

const now = (): number => performance.now();

/** Pids of a process group that are not dead. Linux alone tells; elsewhere none are seen. */
export const livingIn = (group: number): number[] => {
  if (!existsSync("/proc/self/stat")) return [];
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const [state, , pgrp] = readFileSync(`/proc/${pid}/stat`, "utf8")
          .replace(/^.*\) /s, "")
          .split(" ");
        return Number(pgrp) === group && state !== "Z" && state !== "X";
      } catch {
        return false;
      }
    });
};

const gone = async (group: number, patience: number): Promise<boolean> => {
  const until = now() + patience;
  while (livingIn(group).length > 0) {
    if (now() > until) return false;
    await new Promise((done) => setTimeout(done, 100));
  }
  return true;
};

/**
 * Runs a verb as a program of its own, and kills it with everything it started at a moment.
 * @param program what Node starts, in place of the sources
 * @throws where processes go on after the one that started them was killed
 */
export const run = async (
  scene: Scene,
  verb: Tried,
  moment?: Moment,
  program: readonly string[] = ["src/start.mjs"],
): Promise<Ran> => {
  const { out, folder } = scene.bench;
  const child = spawn(process.execPath, [...program, ...scene.argv(verb)], {
    cwd: home,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const group = child.pid as number;
  let [said, err, changes, began, killed] = ["", "", 0, now(), false];
  let timer: NodeJS.Timeout | undefined;
  let taken = false;
  const watchers: FSWatcher[] = [];
  const kill = (): void => {
    if (killed || child.exitCode !== null) return;
    killed = true;
    try {
      process.kill(moment?.parentOnly ? group : -group, "SIGKILL");
    } catch {
      killed = false;
    }
  };
  const look = (_: string, name: string | null): void => {
    if (!taken && name?.startsWith(`lock-run${group}-`)) {
      taken = true;
      began = now();
      if (moment && "ms" in moment.after) timer = setTimeout(kill, moment.after.ms);
    }
    if (!taken) return;
    changes += 1;
    if (moment && "changes" in moment.after && changes >= moment.after.changes) kill();
  };
  for (const place of [folder, out]) if (existsSync(place)) watchers.push(watch(place, look));
  child.stdout.on("data", (chunk) => {
    said += chunk;
  });
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  // A process that goes on holds the pipes: the exit is what counts.
  const status = await new Promise<number | null>((done) => child.on("exit", done));
  const ms = now() - began;
  clearTimeout(timer);
  for (const watcher of watchers) watcher.close();
  if (!(await gone(group, 120_000))) {
    process.kill(-group, "SIGKILL");
    throw new Error(`${verb}: what it started went on for two minutes after it was killed`);
  }
  return { status, said, err, ms, changes, killed: killed && status === null };
};
