import type { Register } from "../../src/register.ts";
import { returnsDue } from "./registers/returns_due.ts";

/** What each unit owes. */
export const registers: Register[] = [returnsDue];
