import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import path from "node:path";
import { Failure } from "./failure.ts";

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};

const take = (file: string): boolean => {
  try {
    const handle = openSync(file, "wx", 0o600);
    writeSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
};

/**
 * Does the work while holding the output folder's lock: one build at a time. A lock whose owner is gone is taken over.
 * @throws Failure when another run holds it
 */
export const alone = async <T>(out: string, work: () => Promise<T>): Promise<T> => {
  mkdirSync(out, { recursive: true, mode: 0o700 });
  const file = path.join(out, "lock");
  if (!take(file)) {
    const owner = Number(readFileSync(file, "utf8"));
    if (Number.isInteger(owner) && owner > 0 && owner !== process.pid && alive(owner))
      throw new Failure(
        `另一个进程（${owner}）正在写 ${out}，请等它结束后再运行`,
        `process ${owner} is writing to ${out}; wait until it is done and run again`,
      );
    rmSync(file, { force: true });
    if (!take(file))
      throw new Failure(`${out} 正被占用，请稍后再运行`, `${out} is in use; run again in a moment`);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
};
