import { budgetSheets } from "./entrepreneurship_budget.ts";
import { honoureeSheets } from "./entrepreneurship_honourees.ts";
import { paymentSheets } from "./entrepreneurship_payment_files.ts";
import { serviceSheets } from "./entrepreneurship_services.ts";
import type { Federation } from "./federation.ts";
import type { Sheet } from "./sheet.ts";

/** The files of 工友创业: its size is the printed one at every scale, since the budget is. */
export const entrepreneurship = (f: Federation): Sheet[] => [
  ...budgetSheets,
  ...honoureeSheets(f),
  ...paymentSheets(f),
  ...serviceSheets(f),
];
