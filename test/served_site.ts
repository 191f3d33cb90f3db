import type { Server } from "node:http";
import { expect } from "vitest";
import { siteServer } from "../src/node/verbs/serve.ts";
import { runOffline } from "./offline.ts";
import type { Workbench } from "./workbench.ts";

/** A site that the program built, with what it said, and the server that shows it. */
export interface ServedSite {
  readonly said: string;
  readonly server: Server;
  readonly url: string;
}

/**
 * Has the program build the site of what a workbench holds, with the network cut off, and serves it.
 * @param dist where the site goes
 * @param more options of the build
 */
export const servedSite = async (
  bench: Workbench,
  dist: string,
  ...more: readonly string[]
): Promise<ServedSite> => {
  const folders = ["--data", bench.data, "--out", bench.out, "--site", dist];
  const { status, said } = await runOffline(["build", ...folders, ...more], bench.folder);
  expect(status, said).toBe(0);
  return { said, ...(await siteServer(dist, 0)) };
};
