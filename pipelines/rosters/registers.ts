import type { Register } from "../../src/register.ts";
import { areas } from "./registers/areas.ts";
import { cadres } from "./registers/cadres.ts";
import { enterprises } from "./registers/enterprises.ts";
import { links } from "./registers/links.ts";

/** What the denominators are made of. */
export const registers: Register[] = [areas, enterprises, cadres, links];
