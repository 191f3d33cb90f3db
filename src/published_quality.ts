import type { Finding, Findings, KindCount } from "./finding.ts";
import type { Offender } from "./offender.ts";
import type { Words } from "./words.ts";

export type Severity = "error" | "warning";

/** One problem as the public may read it: where and why, never what was found. */
export interface QualityProblem {
  readonly line: number | null;
  readonly field?: Words;
  readonly why: Words;
  readonly severity: Severity;
}

/** One file that was handed in. read = accepted + refused + repeated + superseded. */
export interface QualityFile {
  readonly path: string;
  readonly sheet?: string;
  /** Null when the file is no register at all. */
  readonly register: string | null;
  readonly registerWords?: Words;
  readonly encoding: string;
  readonly read: number;
  readonly accepted: number;
  readonly refused: number;
  readonly repeated: number;
  readonly superseded: number;
  readonly problems: readonly QualityProblem[];
  readonly note?: Words;
}

/** One standing check and the number of rows that offend against it. */
export interface QualityCheck {
  readonly id: string;
  readonly room: string;
  readonly words: Words;
  readonly severity: Severity;
  readonly count: number;
  /** Where the first of them stand. Internal edition only. */
  readonly rows?: readonly Offender[];
}

/** What was found implausible. The public edition has the numbers alone: a finding names units and what is doubted of them. */
export interface QualityFindings {
  readonly kinds: readonly KindCount[];
  /** Internal edition only. */
  readonly findings?: readonly Finding[];
  /** Internal edition only: acceptances of what is not found. */
  readonly idle?: Findings["idle"];
}

/** `published/quality.json`. */
export interface Quality {
  readonly files: readonly QualityFile[];
  readonly checks: readonly QualityCheck[];
  /** Absent where nothing was looked for. */
  readonly findings?: QualityFindings;
}
