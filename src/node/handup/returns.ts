import type { BundleHead } from "../../bundle.ts";
import { shownOf } from "../../organisation.ts";
import { completenessOf } from "../completeness.ts";
import type { Call } from "../verb.ts";
import type { Warehouse } from "../warehouse.ts";

/** Returns of the quarter that were due and those that came; null where none is declared due. */
export const returnsIn = async (
  call: Call,
  warehouse: Warehouse,
  quarter: string,
): Promise<Pick<BundleHead, "due" | "received">> => {
  const declared = (await completenessOf(warehouse, shownOf(call.organisation))).filter(
    (row) => row.quarter === quarter && row.due !== null && row.due > 0,
  );
  if (declared.length === 0) return { due: null, received: null };
  const sum = (key: "due" | "received"): number => declared.reduce((n, row) => n + (row[key] ?? 0), 0);
  return { due: sum("due"), received: sum("received") };
};
