import type { BundleHead } from "./bundle.ts";
import type { Figure } from "./figure.ts";

/** What a federation below handed up for a quarter. */
export interface BelowBundle
  extends Pick<BundleHead, "quarter" | "asOf" | "edition" | "code" | "due" | "received" | "inside"> {
  readonly federation: string;
  readonly fingerprint: string;
  /** The federation in whose bundle these figures stand as well: they are not added again. */
  readonly within?: string;
  /** A bundle that holds some federations of this one as well, and which: these figures are not added either. */
  readonly overlap?: { readonly federation: string; readonly shared: readonly string[] };
}

/** Whether the figures of a bundle go into the sums: none of them stands in another bundle as well. */
export const isAdded = ({ within, overlap }: Pick<BelowBundle, "within" | "overlap">): boolean =>
  within === undefined && overlap === undefined;

/** One figure of one federation below. */
export interface BelowFigure
  extends Pick<Figure, "indicator" | "quarter" | "span" | "value" | "numerator" | "denominator" | "hidden"> {
  readonly federation: string;
  /** Federations whose numbers are in it. */
  readonly federations: number;
  /** It was measured in another way than here: it is shown and not added. */
  readonly differs: boolean;
}

/** What the federations below come to together. */
export interface BelowSum extends Omit<BelowFigure, "federation" | "differs"> {
  /** Something is counted once within each federation: whoever is known to two counts twice. */
  readonly distinct: boolean;
  /** Bundles that are added. */
  readonly from: number;
}

/** What the own registers and the federations below come to together. */
export type BelowTotal = Omit<BelowFigure, "federation" | "differs">;

/** The federations below, in the order of the register that lists them. */
export interface PublishedBelow {
  /** How the own registers stand to what is handed up; null where nobody said. */
  readonly relation: "apart" | "within" | null;
  /** Quarters from and up to which one owes bundles; null where it always does. */
  readonly federations: readonly {
    readonly name: string;
    readonly since: string | null;
    readonly until: string | null;
  }[];
  readonly bundles: readonly BelowBundle[];
  readonly figures: readonly BelowFigure[];
  readonly sums: readonly BelowSum[];
  /** Own figures and these sums as one, where the own registers are apart from what is handed up. */
  readonly totals: readonly BelowTotal[];
  /** Of every quarter: who owes a bundle, and who of them has not handed one up. */
  readonly due: readonly {
    readonly quarter: string;
    readonly due: readonly string[];
    readonly missing: readonly string[];
  }[];
}
