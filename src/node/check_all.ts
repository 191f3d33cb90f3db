import { bundlesUnshown } from "./handup/unshown.ts";
import { type Checked, check, type Known } from "./model.ts";
import { keptTooLong } from "./retention.ts";
import type { Warehouse } from "./warehouse.ts";
import type { Work } from "./work.ts";

/**
 * The rooms' checks, what personal data has been kept for too long, and what was handed up of quarters that no page shows.
 * @param asOf the last day of the data
 */
export const checkAll = async (
  warehouse: Warehouse,
  { organisation, registers, rooms }: Work,
  asOf: string,
  known?: Known,
): Promise<Checked[]> => [
  ...(await check(warehouse, organisation.rooms, rooms, known)),
  ...(await keptTooLong(warehouse, registers, asOf, Number(organisation.settings.retention_years ?? 0))),
  ...(await bundlesUnshown(warehouse)),
];
