import { cpSync, existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { inject } from "vitest";
import { organisation } from "../pipelines/index.ts";
import type { Figure } from "../src/figure.ts";
import type { Ingested } from "../src/node/ingest.ts";
import { home, Workbench } from "./workbench.ts";

/** The demonstration federation, ingested with comments. */
export interface Demonstration {
  /** For looking only: other tests look at it too. It is closed, not cleared. */
  readonly bench: Workbench;
  readonly ingested: Ingested;
  readonly figures: readonly Figure[];
}

/** Ingests the demonstration once for a run of tests, whichever of them asks first. */
export const demonstration = async (): Promise<Demonstration> => {
  const folder = path.join(inject("runFolder"), "demonstration");
  const [making, made] = [path.join(folder, "making"), path.join(folder, "made.json")];
  mkdirSync(folder, { recursive: true });
  const bench = new Workbench(organisation, folder);
  for (;;)
    try {
      mkdirSync(making);
      break;
    } catch {
      await setTimeout(50);
    }
  try {
    if (existsSync(made)) return { bench, ...JSON.parse(readFileSync(made, "utf8")) };
    cpSync(path.join(home, "data", "demo"), path.join(bench.data, "demo"), { recursive: true });
    const ingested = await bench.ingest(organisation, { comments: true });
    const figures = await bench.figures();
    writeFileSync(made, JSON.stringify({ ingested, figures }));
    return { bench, ingested, figures };
  } finally {
    rmdirSync(making);
  }
};
