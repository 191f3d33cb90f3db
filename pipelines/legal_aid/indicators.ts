import type { GapList, Indicator } from "../../src/indicator.ts";
import { headline } from "./indicators/city.ts";
import { closing } from "./indicators/closing.ts";
import { intake } from "./indicators/intake.ts";
import { service, unitsWithoutLawyer } from "./indicators/lawyers.ts";
import { money } from "./indicators/money.ts";
import { receipts } from "./indicators/receipts.ts";

export { dimensions } from "./indicators/dimensions.ts";

/** What legal aid claims, in the order in which a report tells it. */
export const indicators: Indicator[] = [
  ...headline,
  ...intake,
  ...money,
  ...receipts,
  ...closing,
  ...service,
];

/** What is missing, row by row. */
export const gaps: GapList[] = [unitsWithoutLawyer];
