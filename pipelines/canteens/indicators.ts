import type { GapList, Indicator } from "../../src/indicator.ts";
import {
  fairClosed,
  fairEliminated,
  fairUnrated,
  fairUpgraded,
  fairUpgradedRate,
} from "./indicators/exits.ts";
import { fairBase, fairNew, fairStock } from "./indicators/fair.ts";
import { canteens, fairList, goodRate, gradedRate, ungradedList } from "./indicators/grades.ts";
import { named, namedRate, namings, plaquesRemoved } from "./indicators/naming.ts";
import { aspectsDeclined, declineActed, notRechecked, recheckRate } from "./indicators/rechecks.ts";
import { allPassedRate, canteensAssessed, standardPassRate, standardScore } from "./indicators/standards.ts";
import { responseRate, satisfactionRate } from "./indicators/surveys.ts";

export { dimensions } from "./indicators/dimensions.ts";

/** What is claimed of the canteens, in the order in which a report tells it. */
export const indicators: Indicator[] = [
  named,
  namedRate,
  namings,
  plaquesRemoved,
  fairStock,
  fairBase,
  fairEliminated,
  fairUpgradedRate,
  fairUpgraded,
  fairClosed,
  fairUnrated,
  fairNew,
  canteens,
  gradedRate,
  goodRate,
  canteensAssessed,
  standardScore,
  standardPassRate,
  allPassedRate,
  recheckRate,
  aspectsDeclined,
  declineActed,
  satisfactionRate,
  responseRate,
];

/** What is missing, canteen by canteen. */
export const gaps: GapList[] = [fairList, ungradedList, notRechecked];
