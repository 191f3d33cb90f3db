import type { Register } from "../../src/register.ts";
import { grants } from "./registers/grants.ts";
import { patrols } from "./registers/patrols.ts";
import { stations } from "./registers/stations.ts";

/** What is handed in on the stations: where they are, what was paid for them, what patrols found. */
export const registers: Register[] = [stations, grants, patrols];
