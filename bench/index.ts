import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { findBrowser } from "../src/node/browser.ts";
import { siteServer } from "../src/node/verbs/serve.ts";
import { writeVisits } from "./visits.ts";

/**
 * `npm run bench`: ratios measured side by side in one run. Seconds belong to the machine they were measured on.
 * `-- --large` compares ten million rows and leaves the site out; ROWS and ROUNDS set other numbers.
 */
const home = fileURLToPath(new URL("..", import.meta.url));
const large = process.argv.includes("--large");
const rows = Number(process.env.ROWS ?? (large ? 10_000_000 : 1_000_000));
const rounds = Number(process.env.ROUNDS ?? (large ? 1 : 3));
const folder = mkdtempSync(path.join(os.tmpdir(), "taizhang-bench-"));

const seconds = (from: bigint): number => Number(process.hrtime.bigint() - from) / 1e9;

/** Runs a verb in a process of its own; peak memory is the process's own high-water mark. */
const verb = (...argv: string[]): { seconds: number; peak: number } => {
  const from = process.hrtime.bigint();
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", path.join(home, "bench", "peak.ts"), ...argv],
    { cwd: home, encoding: "utf8", maxBuffer: 1 << 28 },
  );
  if (status !== 0) throw new Error(stderr);
  return { seconds: seconds(from), peak: Number(/peak (\d+)/.exec(stderr)?.[1] ?? 0) };
};

/** What one load took, in a process of its own. */
interface Load {
  readonly seconds: number;
  readonly cpu: number;
  readonly peak: number;
}

const load = (what: string, data: string): Load => {
  const out = path.join(folder, what);
  rmSync(out, { recursive: true, force: true });
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", path.join(home, "bench", "load.ts"), what, data, out],
    { cwd: home, encoding: "utf8", maxBuffer: 1 << 28 },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Load;
};

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] as number;

const spread = (loads: readonly Load[]): string => {
  const all = loads.map((one) => one.seconds);
  return `${median(all).toFixed(2)} s (${Math.min(...all).toFixed(2)}–${Math.max(...all).toFixed(2)})`;
};

/** One file through both, by turns, so that whatever else the machine does falls on both. */
const compare = (messy: number): void => {
  const data = path.join(folder, "data");
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data);
  writeVisits(data, rows, messy);
  const size = (statSync(path.join(data, "visits.csv")).size / 1e6).toFixed(0);
  console.log(`\n${rows} visits, ${size} MB, ${messy * 100} % of the rows not canonical`);
  const loads = { naive: [] as Load[], ingest: [] as Load[] };
  for (let n = 0; n < rounds; n++)
    for (const what of ["naive", "ingest"] as const) loads[what].push(load(what, data));
  line("naive: into typed columns, nothing checked", spread(loads.naive));
  line("ingest: CSV to warehouse, every check on", spread(loads.ingest));
  const ratio = (of: (one: Load) => number): string =>
    (median(loads.ingest.map(of)) / median(loads.naive.map(of))).toFixed(2);
  line("ingest ÷ naive", `${ratio(({ seconds: s }) => s)} (processor time ${ratio(({ cpu }) => cpu)})`);
  const peak = (all: readonly Load[]): string => `${Math.max(...all.map((one) => one.peak)).toFixed(0)} MB`;
  line("peak memory, naive and ingest", `${peak(loads.naive)}, ${peak(loads.ingest)}`);
  if (messy === 0) line("the same with models and checks", spread([load("whole", data)]));
};

/** Bytes a browser fetches for one page, scripts and style included. */
const bytesOf = async (dist: string, page: string): Promise<number> => {
  const { server, url } = await siteServer(dist, 0);
  const browser = await chromium.launch({
    executablePath: findBrowser() as string,
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const tab = await browser.newPage();
  let bytes = 0;
  const bodies: Promise<void>[] = [];
  tab.on("response", (response) => {
    bodies.push(
      response.body().then(
        (body) => {
          bytes += body.length;
        },
        () => {},
      ),
    );
  });
  await tab.goto(url + page, { waitUntil: "networkidle" });
  await Promise.all(bodies);
  await browser.close();
  server.close();
  return bytes;
};

const sizeOf = (at: string): number =>
  readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);

const line = (what: string, value: string): void => console.log(`${what.padEnd(58)} ${value}`);

/** The demonstration federation's site: how long it takes, how much a reader fetches. */
const site = async (): Promise<void> => {
  console.log("");
  const dist = path.join(folder, "dist");
  const full = verb(
    "build",
    "--data",
    path.join(home, "data"),
    "--out",
    path.join(folder, "demo"),
    "--site",
    dist,
  );
  line("full build of the demonstration federation", `${full.seconds.toFixed(2)} s`);
  line("peak memory of the build (without Framework's process)", `${full.peak.toFixed(0)} MB`);
  line("bytes a browser fetches for /2018Q4/", String(await bytesOf(dist, "2018Q4/")));
  line("bytes a browser fetches for /explore", String(await bytesOf(dist, "explore")));
  line("bytes of the whole site", String(sizeOf(dist)));
};

try {
  console.log(`${os.cpus().length} cores, Node ${process.version}, median of ${rounds} (least–most)`);
  for (const messy of [0, 0.01, 0.2]) compare(messy);
  if (!large) await site();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
