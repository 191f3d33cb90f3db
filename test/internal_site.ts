import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "vitest";
import { servedSite } from "./served_site.ts";
import type { Workbench } from "./workbench.ts";

/** The internal edition of what a workbench holds, built by the program with the network cut off, and served. */
export interface InternalSite {
  readonly dist: string;
  readonly url: string;
  readonly page: (file: string) => string;
  /** What a quarter's brief says of a main indicator. */
  readonly headline: (quarter: string, indicator: string) => string;
  readonly close: () => void;
}

/**
 * @param settings text of the settings file
 * @param more options of the build
 */
export const internalSite = async (
  bench: Workbench,
  settings: string,
  ...more: readonly string[]
): Promise<InternalSite> => {
  const dist = path.join(bench.folder, "dist");
  const file = path.join(bench.folder, "settings.yaml");
  writeFileSync(file, settings);
  const internal = ["--audience", "internal", "--settings", file];
  const { said, server, url } = await servedSite(bench, dist, ...internal, ...more);
  expect(said).not.toContain("演示数据");
  const page = (name: string): string => readFileSync(path.join(dist, name), "utf8");
  return {
    dist,
    url,
    page,
    headline: (quarter, indicator) =>
      new RegExp(`<li data-indicator="${indicator}">([\\s\\S]*?)</li>`).exec(
        page(`${quarter}/index.html`),
      )?.[1] ?? "",
    close: () => {
      server.close();
      bench.clear();
    },
  };
};

/** Sheets of a printed page. @param file its PDF */
export const sheetsOf = (file: string): number =>
  (
    readFileSync(file)
      .toString("latin1")
      .match(/\/Type\s*\/Page[^s]/g) ?? []
  ).length;
