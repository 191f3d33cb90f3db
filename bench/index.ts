import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { chromium } from "playwright-core";
import { findBrowser } from "../src/node/browser.ts";
import { siteServer } from "../src/node/verbs/serve.ts";
import { millionVisits } from "./visits.ts";

/**
 * `npm run bench`: ratios measured side by side in one run. Seconds belong to the machine they were measured on.
 * ROWS sets the number of visit rows (default 1,000,000).
 */
const home = fileURLToPath(new URL("..", import.meta.url));
const rows = Number(process.env.ROWS ?? 1_000_000);
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

/** The floor: the same file, nothing checked. */
const naive = async (file: string): Promise<number> => {
  const from = process.hrtime.bigint();
  const instance = await DuckDBInstance.create(path.join(folder, "naive.duckdb"));
  const connection = await instance.connect();
  await connection.run(`CREATE TABLE visits AS SELECT * FROM read_csv('${file.replaceAll("'", "''")}')`);
  await connection.run("CHECKPOINT");
  connection.closeSync();
  instance.closeSync();
  return seconds(from);
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

try {
  const data = path.join(folder, "data");
  mkdirSync(data);
  console.log(`${rows} visit rows, ${os.cpus().length} cores, Node ${process.version}\n`);
  const file = path.join(data, "visits.csv");
  for (const [name, text] of millionVisits(rows)) writeFileSync(path.join(data, name), text);
  line("visits.csv", `${(statSync(file).size / 1e6).toFixed(1)} MB`);

  const floor = await naive(file);
  const start = verb("figures", "--help");
  const load = verb("ingest", "--data", data, "--out", path.join(folder, "build"));
  line("naive CREATE TABLE AS SELECT * FROM read_csv", `${floor.toFixed(2)} s`);
  line(
    "ingest: CSV to warehouse, checked, with models",
    `${load.seconds.toFixed(2)} s (start-up ${start.seconds.toFixed(2)} s)`,
  );
  line("ratio ingest ÷ naive", (load.seconds / floor).toFixed(1));
  line("peak memory of ingest", `${load.peak.toFixed(0)} MB`);

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
} finally {
  rmSync(folder, { recursive: true, force: true });
}
