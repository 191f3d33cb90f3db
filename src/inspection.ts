import type { Severity } from "./published_quality.ts";

/** What the workbench sees in one table of a file without loading it, in one language. */
export interface Inspection {
  /** Name of the workbook's sheet; null in a text file. */
  readonly sheet: string | null;
  readonly encoding: string;
  /** What told the encoding, in words. */
  readonly ground: string;
  readonly separator: string;
  /** Physical line of the header; null when none was found. */
  readonly headerLine: number | null;
  readonly register: string | null;
  readonly registerWords: string;
  readonly read: number;
  readonly accepted: number;
  readonly refused: number;
  readonly repeated: number;
  readonly problems: readonly InspectionProblem[];
  readonly columns: readonly {
    readonly header: string;
    readonly field: string | null;
    readonly words: string;
  }[];
}

export interface InspectionProblem {
  readonly line: number | null;
  readonly field: string | null;
  readonly header: string | null;
  readonly found: string | null;
  readonly why: string;
  readonly mend: string;
  readonly severity: Severity;
}
