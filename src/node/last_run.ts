import { createHash } from "node:crypto";
import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { byName } from "../order.ts";
import { sealed, unsealed } from "./sealed.ts";
import { warehouseFile } from "./warehouse.ts";
import { writeWhole } from "./whole_file.ts";
import type { Ingested } from "./work.ts";

/** What the last run left, and from what: written when everything stands in its place. */
export interface LastRun {
  readonly origin: string;
  /** The origin without files: what decides besides them. */
  readonly basis: string;
  /** What was handed in: paths with the hashes of what stood there, empty for what could not be read. */
  readonly handedIn: Readonly<Record<string, string>>;
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
export const keepRun = (
  out: string,
  from: Pick<LastRun, "origin" | "basis" | "handedIn">,
  ingested: Ingested,
): void => {
  const last: LastRun = {
    ...from,
    warehouse: identity(warehouseFile(out)),
    receipts: receiptsHash(out),
    ingested,
  };
  writeWhole(place(out), sealed(JSON.stringify(last)));
};

/**
 * What the last run wrote down, if all that it left still stands as it left it. It is not believed further than that:
 * damaged, or of an interrupted run, it counts as nothing.
 */
export const lastRun = (out: string): LastRun | undefined => {
  try {
    const text = unsealed(readFileSync(place(out), "utf8"));
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
