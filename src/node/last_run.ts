import { createHash } from "node:crypto";
import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { byName } from "../order.ts";
import type { Ingested } from "./ingest.ts";
import { sealed, unsealed } from "./sealed.ts";
import { warehouseFile } from "./warehouse.ts";
import { writeWhole } from "./whole_file.ts";

/** What the last run left, and from what: written when everything stands in its place. */
interface LastRun {
  readonly origin: string;
  /** Which file the warehouse is. */
  readonly warehouse: string;
  /** What is in the receipts. */
  readonly receipts: string;
  readonly ingested: Ingested;
}

const place = (out: string): string => path.join(out, "last_run");

/**
 * Which file stands here, as the system tells: written to, or put back from elsewhere, it is another. The time of the
 * last change of a file's state cannot be set by hand.
 */
const identity = (file: string): string => {
  const { dev, ino, size, mtimeNs, ctimeNs } = lstatSync(file, { bigint: true });
  return [dev, ino, size, mtimeNs, ctimeNs].join(" ");
};

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
export const keepRun = (out: string, origin: string, ingested: Ingested): void => {
  const last: LastRun = {
    origin,
    warehouse: identity(warehouseFile(out)),
    receipts: receiptsHash(out),
    ingested,
  };
  writeWhole(place(out), sealed(JSON.stringify(last)));
};

/**
 * What the last run told, if all that it left still stands as it left it. What it wrote down is not believed further
 * than that: damaged, or of an interrupted run, it counts as nothing.
 * @param origin asked for only where there was such a run
 */
export const lastRun = (out: string, origin: () => string | undefined): Ingested | undefined => {
  try {
    const text = unsealed(readFileSync(place(out), "utf8"));
    if (text === undefined) return undefined;
    const last = JSON.parse(text) as LastRun;
    const stands =
      last.warehouse === identity(warehouseFile(out)) &&
      !existsSync(`${warehouseFile(out)}.wal`) &&
      last.receipts === receiptsHash(out) &&
      last.origin === origin();
    return stands ? { ...last.ingested, unchanged: true } : undefined;
  } catch {
    return undefined;
  }
};
