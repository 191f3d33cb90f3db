import type { Register } from "../../src/register.ts";
import { cases } from "./registers/cases.ts";
import { consultations } from "./registers/consultations.ts";
import { lawyers } from "./registers/lawyers.ts";
import { receipts } from "./registers/receipts.ts";
import { service_units } from "./registers/service_units.ts";

/** What the legal aid desks hand in, in the order in which it is read: whatever is pointed to comes first. */
export const registers: Register[] = [cases, consultations, receipts, service_units, lawyers];
