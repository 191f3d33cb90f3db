import type { GapList, Indicator } from "../../src/indicator.ts";
import { budget } from "./indicators/budget.ts";
import { paidInFull, unpaidHonourees } from "./indicators/honourees.ts";
import { naming } from "./indicators/naming.ts";
import { paid } from "./indicators/paid.ts";
import { served } from "./indicators/services.ts";

export { dimensions } from "./indicators/dimensions.ts";

/** What the support of start-ups claims, in the order in which a report tells it. */
export const indicators: Indicator[] = [...budget, ...paid, paidInFull, ...naming, ...served];

/** Who waits for money. */
export const gaps: GapList[] = [unpaidHonourees];
