import type { Register } from "../../src/register.ts";
import { problems } from "./registers/problems.ts";
import { proposals } from "./registers/proposals.ts";
import { visits } from "./registers/visits.ts";

/** What the cadres who visit enterprises hand in. */
export const registers: Register[] = [visits, problems, proposals];
