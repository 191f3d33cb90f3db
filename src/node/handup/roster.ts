import { federationsBelow } from "../../handed_up.ts";
import { staged } from "../stage.ts";
import type { Warehouse } from "../warehouse.ts";

/** A row of the register of federations below. */
export interface Listed {
  readonly federation: string;
  readonly fingerprint: string;
  readonly since: string | null;
  readonly until: string | null;
}

/** The register of federations below, before keys are settled. */
export const listedIn = async (warehouse: Warehouse): Promise<Listed[]> =>
  (
    await warehouse.rows(
      `SELECT DISTINCT federation, fingerprint, since, until FROM ${staged(federationsBelow)} ORDER BY ALL`,
    )
  ).map(({ federation, fingerprint, since = null, until = null }) => ({
    federation: federation ?? "",
    fingerprint: fingerprint ?? "",
    since,
    until,
  }));
