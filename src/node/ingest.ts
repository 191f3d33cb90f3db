import { clearAside } from "./build_warehouse.ts";
import { addedTo } from "./grow/added.ts";
import { grow } from "./grow/grow.ts";
import { contentOf } from "./inbox.ts";
import { keepRun, lastRun } from "./last_run.ts";
import { make } from "./make.ts";
import { dropReceipts, placeReceipts } from "./receipts.ts";
import { small } from "./warehouse_size.ts";
import { type Filled, type Ingested, type Order, type Work, workOf } from "./work.ts";

export type { Ingested, Order } from "./work.ts";

/** Puts what a run gave in place, and writes down what it left. */
const placed = ({ out, originFrom }: Work, { ingested, contents, cache }: Filled): Ingested => {
  placeReceipts(out);
  cache?.clear();
  const [origin, basis] = [originFrom(contents), originFrom([])];
  if (origin !== undefined && basis !== undefined) keepRun(out, { origin, basis }, contents, ingested);
  return ingested;
};

/**
 * Builds the warehouse from the data folder: a pure function of its files, `.forgotten.json` among them, and the code.
 * Where none of these changed since the last run, what that one left stays as it is; where files came and nothing else
 * changed, a big one is grown by them.
 */
export const ingest = async (order: Order): Promise<Ingested> => {
  const work = workOf(order);
  const { out, code, inbox, list, handedIn, originFrom, grows = small.handedIn } = work;
  const last = order.fresh || code === undefined ? undefined : lastRun(out);
  const contents = last ? inbox.files.map((file) => contentOf(file, last.handedIn[file.path])) : [];
  if (last && last.origin === originFrom(contents)) {
    clearAside(out);
    // Files that had to be read again can be known the next time.
    if (contents.some(({ file, seen }) => seen && seen.at !== last.handedIn[file.path]?.seen?.at))
      keepRun(out, last, contents, last.ingested);
    return { ...last.ingested, unchanged: true };
  }
  const isGrown = handedIn > grows && list.persons.length === 0 && last?.basis === originFrom([]);
  const added = last && isGrown ? addedTo(last.handedIn, contents) : undefined;
  try {
    const grown = last && added ? await grow(work, last, contents, added) : undefined;
    return placed(work, grown ?? (await make(work)));
  } finally {
    dropReceipts(out);
  }
};
