import type { GapList, Indicator } from "../../src/indicator.ts";
import { clauses } from "./indicators/clauses.ts";
import { contracts } from "./indicators/contracts.ts";
import { unionCoverage, withoutUnion } from "./indicators/coverage.ts";
import { covered } from "./indicators/covered.ts";
import { expiringUnrenewed, lapsed, term } from "./indicators/terms.ts";
import { organised } from "./indicators/unions.ts";

export { dimensions } from "./indicators/dimensions.ts";

/** What is claimed about unions and contracts, in the order in which a report tells it. */
export const indicators: Indicator[] = [
  ...organised,
  unionCoverage,
  ...contracts,
  ...covered,
  ...term,
  ...clauses,
];

/** What is missing, row by row. */
export const gaps: GapList[] = [withoutUnion, expiringUnrenewed, lapsed];
