import type { GapList, Indicator } from "../../src/indicator.ts";
import { managerAssigned, withoutManager } from "./indicators/manager.ts";
import {
  acceptedPaid,
  acceptedUnpaid,
  inOrder,
  outOfOrder,
  overCeiling,
  withinCeiling,
} from "./indicators/order.ts";
import { open, patrolCoverage, patrols, unpatrolled } from "./indicators/patrols.ts";
import { accepted, ceiling, paid, paidOfAccepted, paidOfCeiling, paidToDate } from "./indicators/payments.ts";
import { facilitiesIntact, served, servedGiven } from "./indicators/service.ts";
import { builtInUse, builtNotUsed, inUse, planInUse, stations } from "./indicators/use.ts";

export { dimensions } from "./indicators/dimensions.ts";

/** What the stations claim, in the order in which a report tells it. */
export const indicators: Indicator[] = [
  stations,
  planInUse,
  inUse,
  builtInUse,
  accepted,
  paid,
  paidToDate,
  ceiling,
  paidOfAccepted,
  paidOfCeiling,
  acceptedPaid,
  withinCeiling,
  inOrder,
  patrols,
  patrolCoverage,
  open,
  facilitiesIntact,
  served,
  servedGiven,
  managerAssigned,
];

/** What is missing or amiss, row by row. */
export const gaps: GapList[] = [
  builtNotUsed,
  acceptedUnpaid,
  overCeiling,
  outOfOrder,
  unpatrolled,
  withoutManager,
];
