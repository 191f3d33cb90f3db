import path from "node:path";
import { type Call, text } from "./verb.ts";
import { openWarehouse, type Warehouse } from "./warehouse.ts";

/** The folder that Framework works in. It lies in `--out`, so that two builds side by side do not meet. */
export const stagedSite = (call: Call): string => path.join(text(call, "out"), "site");

/** What is published, in it. */
export const publishedIn = (call: Call): string => path.join(stagedSite(call), "published");

/** Asks the finished warehouse. @param out where it stands */
export const asking = async <T>(
  call: Call,
  question: (warehouse: Warehouse) => Promise<T>,
  out = text(call, "out"),
): Promise<T> => {
  const warehouse = await openWarehouse(out);
  try {
    return await question(warehouse);
  } finally {
    warehouse.close();
  }
};
