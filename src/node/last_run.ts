import { createHash } from "node:crypto";
import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { byName } from "../order.ts";
import type { Content } from "./inbox.ts";
import { sealed, unsealed } from "./sealed.ts";
import { identityOf } from "./seen.ts";
import { lastRunFile, warehouseFile } from "./warehouse_file.ts";
import { writeWhole } from "./whole_file.ts";
import type { Ingested } from "./work.ts";

/** What the last run left, and from what: written when everything stands in its place. */
export interface LastRun {
  readonly origin: string;
  /** The origin without files: what decides besides them. */
  readonly basis: string;
  /** What was handed in, by path. */
  readonly handedIn: Readonly<Record<string, Pick<Content, "sha256" | "seen">>>;
  /** Which file the warehouse is. */
  readonly warehouse: string;
  /** What is in the receipts. */
  readonly receipts: string;
  readonly ingested: Ingested;
}

const identity = (file: string): string => identityOf(lstatSync(file, { bigint: true }));

const receiptsHash = (out: string): string => {
  const hash = createHash("sha256");
  const folder = path.join(out, "receipts");
  if (!existsSync(folder)) return "";
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  for (const file of entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort(byName))
    hash.update(`${path.relative(folder, file)}\0`).update(readFileSync(file));
  return hash.digest("hex");
};

/** Writes down what a run left. The warehouse and the receipts must be in their places. */
export const keepRun = (
  out: string,
  { origin, basis }: Pick<LastRun, "origin" | "basis">,
  contents: readonly Content[],
  ingested: Ingested,
): void => {
  const last: LastRun = {
    origin,
    basis,
    handedIn: Object.fromEntries(
      contents.map(({ file, sha256, seen }) => [file.path, { sha256, ...(seen && { seen }) }]),
    ),
    warehouse: identity(warehouseFile(out)),
    receipts: receiptsHash(out),
    ingested,
  };
  writeWhole(lastRunFile(out), sealed(JSON.stringify(last)));
};

/**
 * What the last run wrote down, if all that it left still stands as it left it. It is not believed further than that:
 * damaged, or of an interrupted run, it counts as nothing.
 */
export const lastRun = (out: string): LastRun | undefined => {
  try {
    const text = unsealed(readFileSync(lastRunFile(out), "utf8"));
    if (text === undefined) return undefined;
    const last = JSON.parse(text) as LastRun;
    const stands =
      last.warehouse === identity(warehouseFile(out)) &&
      !existsSync(`${warehouseFile(out)}.wal`) &&
      last.receipts === receiptsHash(out);
    return stands ? last : undefined;
  } catch {
    return undefined;
  }
};
