import type { Register } from "../../src/register.ts";
import { activities } from "./registers/activities.ts";
import { measureList } from "./registers/measures.ts";
import { spending } from "./registers/spending.ts";
import { subsidies } from "./registers/subsidies.ts";

/** What is handed in about the ten measures. */
export const registers: Register[] = [measureList, spending, subsidies, activities];
