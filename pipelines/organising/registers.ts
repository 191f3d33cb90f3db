import type { Register } from "../../src/register.ts";
import { agreements } from "./registers/agreements.ts";
import { unions } from "./registers/unions.ts";

/** What is handed in about unions and collective contracts. */
export const registers: Register[] = [unions, agreements];
