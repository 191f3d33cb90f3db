import { fitting } from "./amounts.ts";
import { caseSheets } from "./case_files.ts";
import { consultationSheets } from "./consultations.ts";
import type { Federation } from "./federation.ts";
import { lawyerSheets } from "./lawyers.ts";
import { receiptSheets } from "./receipts.ts";
import type { Sheet } from "./sheet.ts";

/** The files of legal aid. */
export const legalAid = (f: Federation): Sheet[] => {
  const factor = fitting(f);
  return [...consultationSheets(f), ...caseSheets(f, factor), ...receiptSheets(f, factor), ...lawyerSheets];
};
