import type { GapList, Indicator } from "../../src/indicator.ts";
import { money } from "./indicators/money.ts";
import { notBegun, progress } from "./indicators/progress.ts";
import { notReached, subsidies } from "./indicators/subsidies.ts";
import { targets } from "./indicators/targets.ts";

export { dimensions } from "./indicators/dimensions.ts";

/** What is claimed of the ten measures, in the order in which a report tells it. */
export const indicators: Indicator[] = [...progress, ...money, ...subsidies, ...targets];

/** What is missing, row by row. */
export const gaps: GapList[] = [notBegun, ...notReached];
