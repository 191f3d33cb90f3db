import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { words } from "../../src/words.ts";
import { atMost, type Found, median, type Part } from "../measured.ts";
import { home } from "../run.ts";
import { writeMoreVisits, writeVisits } from "../visits.ts";

/** Rows of the federation, and of the file that is dropped. */
const [rows, more] = [1_000_000, 1000];
/** Seconds until the page shows it. */
const target = 2;
/** Milliseconds between two looks at the page. */
const pause = 50;
/** Seconds after which nothing is waited for any more. */
const limit = 300;

/** A preview that runs, and what it has said so far. */
interface Preview {
  readonly url: string;
  readonly process: ChildProcess;
  readonly said: () => string;
}

/** Starts a preview, and waits until it answers. @throws where it ends before */
const preview = (data: string, out: string): Promise<Preview> =>
  new Promise((done, fail) => {
    const argv = ["src/start.mjs", "dev", "--data", data, "--out", out];
    const child = spawn(process.execPath, argv, { cwd: home });
    const told = { out: "", err: "" };
    child.stderr.on("data", (chunk) => {
      told.err = `${told.err}${chunk}`.slice(-2000);
    });
    child.stdout.on("data", (chunk) => {
      told.out += chunk;
      const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(told.out)?.[0];
      if (url) done({ url, process: child, said: () => told.out });
    });
    child.on("close", () => fail(new Error(told.err.trim().split("\n").at(-1))));
  });

const visitsOn = async (url: string): Promise<string | undefined> =>
  /走访家次<\/h3>\s*<p class="value">([\d,]+)/.exec(await (await fetch(`${url}2018Q4/visits`)).text())?.[1];

/**
 * Seconds until the page shows another number than before. It is not asked for before the preview has told of the file:
 * a page that is rendered meanwhile would be waited for.
 */
const shown = async ({ url, said }: Preview, file: string, before: string | undefined): Promise<number> => {
  const from = performance.now();
  while (!said().includes(file) || (await visitsOn(url)) === before) {
    if (performance.now() - from > limit * 1000) throw new Error(`nothing on the page after ${limit} s`);
    await new Promise((done) => setTimeout(done, pause));
  }
  return (performance.now() - from) / 1000;
};

export const previewing: Part = {
  name: "dev",
  words: words(
    "一百万行的工会，npm run dev 时放入一千行",
    "A thousand rows dropped beside a million, under npm run dev",
  ),
  measure: async ({ folder, rounds, tell }) => {
    const [data, out] = [path.join(folder, "previewed"), path.join(folder, "preview")];
    mkdirSync(data, { recursive: true });
    tell(`writing ${rows} rows`);
    writeVisits(data, rows, 0);
    tell("starting");
    const running = await preview(data, out);
    const all: number[] = [];
    try {
      // The first has code to load that later ones have not.
      for (let n = 0; n <= rounds; n++) {
        tell(`dropped, ${n} of ${rounds}`);
        const before = await visitsOn(running.url);
        const file = `later-${n}.csv`;
        writeMoreVisits(folder, "dropped.csv", rows + n * more, more);
        renameSync(path.join(folder, "dropped.csv"), path.join(data, file));
        const seconds = await shown(running, file, before);
        if (n > 0) all.push(seconds);
      }
    } finally {
      const ended = new Promise((done) => running.process.once("close", done));
      running.process.kill("SIGINT");
      await ended;
      rmSync(data, { recursive: true, force: true });
      rmSync(out, { recursive: true, force: true });
    }
    const found: Found = {
      words: words("放入到页面显示", "from the drop to the page"),
      value: `${median(all).toFixed(2)} s (${Math.min(...all).toFixed(2)}–${Math.max(...all).toFixed(2)})`,
      ...atMost(median(all), target, `${target} s`),
    };
    return [found];
  },
};
