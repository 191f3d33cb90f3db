import { mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Failure } from "./failure.ts";
import { mend } from "./into_place.ts";
import { isRunning, pidIn, thisRun } from "./run.ts";

/** Milliseconds that runs which begin at the same moment take at most to agree on one. */
const patience = 10_000;

const lockLike = /^lock-run\d+-\d+$/;
const ownLock = `lock-${thisRun}`;

/** Output folders that this process holds. */
const here = new Set<string>();

const busy = (out: string, pid: number | undefined): Failure =>
  new Failure(
    `另一个进程（${pid}）正在写 ${out}，请等它结束后再运行`,
    `process ${pid} is writing to ${out}; wait until it is done and run again`,
  );

const othersIn = (out: string): string[] =>
  readdirSync(out).filter((name) => lockLike.test(name) && name !== ownLock && isRunning(name));

const holds = (file: string): boolean => {
  try {
    return readFileSync(file, "utf8") === "held";
  } catch {
    return false;
  }
};

/**
 * Takes the folder. Every run has a file of its own with its name on it, so nobody ever removes another's: the one that
 * has laid its file down and then sees nobody else's holds the folder. Of two, whoever came second sees the first. Where
 * several see each other, the first by name stays and the others step back.
 */
const take = async (out: string, own: string): Promise<void> => {
  const until = performance.now() + patience;
  let laid = false;
  for (;;) {
    if (!laid) writeFileSync(own, "", { mode: 0o600 });
    laid = true;
    const others = othersIn(out);
    if (others.length === 0) {
      writeFileSync(own, "held");
      return;
    }
    const holder = others.find((name) => holds(path.join(out, name)));
    if (holder !== undefined) throw busy(out, pidIn(holder));
    if (performance.now() > until) throw busy(out, pidIn(others[0] as string));
    if (others.some((name) => name < ownLock)) {
      rmSync(own, { force: true });
      laid = false;
      await pause(20);
    }
    await pause(5);
  }
};

/**
 * Does the work while holding the output folder: one run at a time. A run that died holds nothing, whenever it was killed,
 * nor does a program that has its pid by now; what it left half made is cleared away. Two machines that share a folder
 * are not kept apart: neither knows the other's processes.
 * @throws Failure when another run holds it
 */
export const alone = async <T>(out: string, work: () => Promise<T>): Promise<T> => {
  mkdirSync(out, { recursive: true, mode: 0o700 });
  const folder = realpathSync(out);
  if (here.has(folder)) throw busy(out, process.pid);
  here.add(folder);
  const own = path.join(out, ownLock);
  try {
    await take(out, own);
    mend(out);
    return await work();
  } finally {
    rmSync(own, { force: true });
    here.delete(folder);
  }
};
