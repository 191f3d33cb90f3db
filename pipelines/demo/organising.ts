import { contractSheets } from "./contract_files.ts";
import type { Federation } from "./federation.ts";
import type { Sheet } from "./sheet.ts";
import { unionSheets } from "./union_files.ts";

/** The files of organising. */
export const organising = (f: Federation): Sheet[] => [...unionSheets(f), ...contractSheets(f)];
