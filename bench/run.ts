import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const home = fileURLToPath(new URL("..", import.meta.url));

/** What a program took, with all that it started. */
export interface Took {
  /** Wall time, in seconds, the start of the program included. */
  readonly seconds: number;
  /** Processor time, in seconds; NaN where the system does not tell. */
  readonly cpu: number;
  /** The most memory that it and what it started held at one moment, in MB; NaN where the system does not tell. */
  readonly peak: number;
}

/** Looks taken at the memory of what runs, in a second. */
const looks = 20;
const page = 4096;
const ticks = 100;

/** Text behind the name in /proc/PID/stat, by fields; undefined where there is no such process or no /proc. */
const statOf = (pid: number | "self"): string[] | undefined => {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
  } catch {
    return undefined;
  }
};

/** Processor time of all that this process started and that is over. */
const spent = (): number => {
  const [user, system] = statOf("self")?.slice(13, 15) ?? [];
  return user === undefined ? Number.NaN : (Number(user) + Number(system)) / ticks;
};

const startedBy = (pid: number): number[] => {
  try {
    const own = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
    return own === "" ? [] : own.split(" ").map(Number);
  } catch {
    return [];
  }
};

const held = (pid: number): number =>
  [pid, ...startedBy(pid)].reduce(
    (sum, one) => sum + (one === pid ? (Number(statOf(one)?.[21] ?? Number.NaN) * page) / 1e6 : held(one)),
    0,
  );

let running: ChildProcess | undefined;

/** Ends what runs, when the bench is ended. */
export const endRunning = (): void => void running?.kill("SIGKILL");

/**
 * Runs a program of the bench, or a verb of the command line.
 * @param argv what Node is started with
 * @param limit seconds after which it is stopped
 * @returns what it took, and what it wrote to stdout
 * @throws where it fails, with what it said last; where it is stopped
 */
export const run = async (
  argv: readonly string[],
  limit = 3600,
): Promise<Took & { readonly out: string }> => {
  const [before, from] = [spent(), process.hrtime.bigint()];
  const child = spawn(process.execPath, argv, { cwd: home });
  running = child;
  const said = { out: "", err: "" };
  child.stdout.on("data", (chunk) => {
    said.out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    said.err = `${said.err}${chunk}`.slice(-2000);
  });
  let peak = Number.NaN;
  const watch = setInterval(() => {
    const now = held(child.pid ?? 0);
    if (!(now <= peak) && !Number.isNaN(now)) peak = now;
  }, 1000 / looks);
  let isStopped = false;
  const stop = setTimeout(() => {
    isStopped = true;
    child.kill("SIGTERM");
  }, limit * 1000);
  const status = await new Promise<number | null>((done, fail) => {
    child.on("error", fail);
    child.on("close", done);
  });
  clearInterval(watch);
  clearTimeout(stop);
  running = undefined;
  const seconds = Number(process.hrtime.bigint() - from) / 1e9;
  if (isStopped) throw new Error(`stopped after ${limit} s: ${argv.join(" ")}`);
  if (status !== 0)
    throw new Error(said.err.trim().split("\n").at(-1) || `ended with ${status}: ${argv.join(" ")}`);
  return { seconds, cpu: spent() - before, peak, out: said.out };
};

/**
 * One load in a process of its own.
 * @param out where it is loaded into; what lies there goes
 * @returns what the loader wrote
 */
export const loadOnce = async (what: string, data: string, out: string): Promise<string> => {
  rmSync(out, { recursive: true, force: true });
  return (await run(["--import", "tsx", path.join(home, "bench", "load.ts"), what, data, out])).out;
};

/** Runs a verb of the command line. */
export const verb = (
  name: string,
  options: Readonly<Record<string, string>>,
  limit?: number,
): ReturnType<typeof run> =>
  run(
    [
      path.join(home, "src", "start.mjs"),
      name,
      ...Object.entries(options).flatMap(([key, value]) => [`--${key}`, value]),
    ],
    limit,
  );
