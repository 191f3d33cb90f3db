import type { Register } from "../../src/register.ts";
import { budgetLines } from "./registers/budget_lines.ts";
import { honourees } from "./registers/honourees.ts";
import { payments } from "./registers/payments.ts";
import { services } from "./registers/services.ts";

/** What is handed in about worker start-ups: the budget, who was named, what was paid, who was served. */
export const registers: Register[] = [budgetLines, honourees, payments, services];
