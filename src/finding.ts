import type { Offender } from "./offender.ts";
import { type Words, words } from "./words.ts";

/** How far a finding can be trusted, gravest first: one statement contradicts another, is probably a slip, is out of the ordinary. */
export const grades = ["contradiction", "likely", "unusual"] as const;
export type Grade = (typeof grades)[number];

export const gradeWords: Readonly<Record<Grade, Words>> = {
  contradiction: words("必有一误", "contradiction"),
  likely: words("多半有误", "likely wrong"),
  unusual: words("异乎寻常", "unusual"),
};

/** 疑点的种类: what is looked for, and by which rule. */
export interface FindingKind {
  /** `kind`, or `room.kind` where a room looks for it itself. */
  readonly id: string;
  readonly words: Words;
  readonly grade: Grade;
  /** The rule, printed beside the findings: nobody has to guess when something counts. */
  readonly reading: Words;
}

/** A line of `accepted.csv`: somebody looked into a finding and lets it stand. */
export interface Acceptance {
  /** The id as it was written. */
  readonly finding: string;
  readonly who: string;
  readonly why: string;
  /** Last day on which it holds; null where it holds for good. */
  readonly until: string | null;
  readonly place: Offender;
}

/** 疑点: something in the registers that ought to be looked into. It stops nothing. */
export interface Finding {
  /**
   * `kind/register.field/KEY` or the like: the same at every rebuild, whatever else is handed in, and without any
   * personal value, so that it can be copied into `accepted.csv`.
   */
  readonly id: string;
  readonly kind: string;
  readonly room: string;
  /** One sentence without a full stop. */
  readonly words: Words;
  /** Ranks findings of one kind, the highest first. For ranking only, it is a float. */
  readonly score: number;
  /** The numbers that the sentence rests on. */
  readonly numbers: Readonly<Record<string, string>>;
  /** How many rows it is about. */
  readonly count: number;
  /** Where the first of them stand. */
  readonly rows: readonly Offender[];
  /** Accepted, and the acceptance holds. */
  readonly accepted?: Acceptance;
  /** Accepted once; the acceptance has run out, so the finding counts again. */
  readonly expired?: Acceptance;
}

/** A kind with the number of its findings, of which `findings` lists the first. */
export interface KindCount extends FindingKind {
  readonly open: number;
  readonly accepted: number;
}

/** Everything that was found, the gravest and strongest first, what is accepted last. */
export interface Findings {
  readonly kinds: readonly KindCount[];
  readonly findings: readonly Finding[];
  /** Acceptances of what is not found (any more), each with the finding that may have been meant. */
  readonly idle: readonly (Acceptance & { readonly meant?: string })[];
}
