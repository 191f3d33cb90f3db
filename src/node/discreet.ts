import type { Fault, ReasonCode } from "../reason.ts";

/**
 * A reason as it stands in the ledger, to be told outside it: where and why, never what was found. Whatever quotes a cell
 * is left out.
 */
export const discreet = (reason: string, slots: string | null): Fault => {
  const given = slots === null ? {} : (JSON.parse(slots) as Record<string, string>);
  const open = Object.entries(given).map(([slot, value]) => [
    slot,
    slot === "found" || slot === "candidates" ? "…" : value,
  ]);
  return { reason: reason as ReasonCode, with: Object.fromEntries(open) };
};
