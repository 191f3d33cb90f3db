import { readFileSync } from "node:fs";

/** When a process began, in ticks since the machine did; undefined where there is no such process, or no /proc. */
const beganAt = (pid: number): string | undefined => {
  try {
    // The name in brackets may hold anything, brackets too. What a dead process leaves for its parent is no run.
    const [state, ...rest] = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return state === "Z" || state === "X" ? undefined : rest[18];
  } catch {
    return undefined;
  }
};

const ownBegan = beganAt(process.pid);

/**
 * This run, as it stands in the names of what it holds and makes aside: `run4711-889922`. The pid alone would not do:
 * after a crash another program may have it.
 */
export const thisRun = `run${process.pid}-${ownBegan ?? 0}`;

const mark = /\brun(\d+)-(\d+)\b/;

/** The pid of the run that a name tells of; undefined where it tells of none. */
export const pidIn = (name: string): number | undefined => {
  const [, pid] = mark.exec(name) ?? [];
  return pid === undefined ? undefined : Number(pid);
};

/** Whether the run that a name tells of still goes on. */
export const isRunning = (name: string): boolean => {
  const [, pid, began] = mark.exec(name) ?? [];
  if (pid === undefined) return false;
  if (ownBegan !== undefined) return beganAt(Number(pid)) === began;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};
