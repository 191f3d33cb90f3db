import type { BundleHead } from "./bundle.ts";
import type { Figure } from "./figure.ts";
import type { Finding, Findings, KindCount } from "./finding.ts";
import type { Indicator } from "./indicator.ts";
import type { Offender } from "./offender.ts";
import type { Quarter } from "./quarter.ts";
import type { RoomPage } from "./register.ts";
import type { Release } from "./release.ts";
import type { Revision } from "./revision.ts";
import type { Words } from "./words.ts";

/** `public` shows totals and gap counts; `internal` adds the gap lists and marks every page. */
export type Audience = "public" | "internal";

/** An indicator as the dictionary prints it: what it claims and how it is measured. */
export interface PublishedIndicator
  extends Pick<
    Indicator,
    "words" | "unit" | "parts" | "formula" | "reading" | "source" | "better" | "span" | "target"
  > {
  /** `room.indicator`. */
  readonly id: string;
  readonly room: string;
  /** Dimension ids it can be broken down by. */
  readonly by: readonly string[];
  /** The query that measures it. */
  readonly sql: string;
}

/** Where a value of a dimension lies: degrees east and north, as decimal text. */
export interface Place {
  readonly x: string;
  readonly y: string;
}

export interface PublishedDimension {
  readonly id: string;
  readonly words: Words;
  /** Its values have an order of their own; drawings keep it. */
  readonly ordered?: true;
  /** Value → its place, where values have one. */
  readonly places?: Readonly<Record<string, Place>>;
}

/** A kind of gap list. Always present, so that a page may name it; the rows are not. */
export interface PublishedGap {
  /** `room.list`. */
  readonly id: string;
  readonly words: Words;
  /** The indicator whose denominator minus numerator it lists, `room.indicator`. */
  readonly of: string;
  /** The dimension that says where the gap is widest. */
  readonly by?: string;
  /** Who can close it. */
  readonly who?: Words;
  /** The page of the quarter that shows it. */
  readonly page: string;
}

/** A page of each quarter's report, with the full name of the figure that stands for it. */
export type PublishedPage = RoomPage;

/** The rows of one gap list in one quarter. Internal edition only. */
export interface PublishedList {
  /** `room.list`. */
  readonly id: string;
  readonly words: Words;
  readonly quarter: string;
  readonly columns: Readonly<Record<string, Words>>;
  /** Cells in the order of `columns`; empty cells are empty strings. */
  readonly rows: readonly (readonly string[])[];
}

/** A target that holds in a quarter: for the quarter itself, or for its whole year. */
export interface PublishedTarget {
  /** `room.indicator`. */
  readonly indicator: string;
  readonly quarter: string;
  readonly span: "quarter" | "year";
  /** In the indicator's own unit, decimal text. */
  readonly target: string;
  /** The words that set it. */
  readonly quote?: string;
}

/** Returns of one register for one quarter, against what was due. The five counts are null where nothing was declared due. */
export interface Completeness {
  readonly quarter: string;
  readonly room: string;
  readonly register: string;
  readonly words: Words;
  /** Accepted rows that lie in the quarter; for a register without dates, accepted rows. */
  readonly rows: number;
  readonly due: number | null;
  /** Handed in, on time or late, empty returns included. */
  readonly received: number | null;
  readonly late: number | null;
  /** Empty returns sent on purpose (零报告). */
  readonly zero: number | null;
  readonly missing: number | null;
}

/** A release that stands: the last one of its quarter. */
export interface PublishedRelease extends Pick<Release, "quarter" | "edition" | "asOf" | "why"> {
  /** Releases of the quarter before it, the first one first. */
  readonly earlier: readonly Pick<Release, "edition" | "asOf" | "why">[];
}

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

/** Everything the pages may say; a preview finds it in `published/figures.json`. */
export interface Publication {
  readonly federation: Words;
  /** The federation's mark, as a data URI. */
  readonly logo?: string;
  readonly audience: Audience;
  /** True while the figures rest on the invented demonstration rows. */
  readonly demo: boolean;
  /** ISO day up to which the registers were read. */
  readonly asOf: string;
  /** The threshold below which counts of persons are withheld; absent where nothing was. */
  readonly withheld?: string;
  /**
   * Indicators, `room.indicator`, of which all figures of a year or more are withheld, because earlier releases leave
   * nothing to cover a number with. Absent where there are none.
   */
  readonly withheldWhole?: readonly string[];
  /** In time order. */
  readonly quarters: readonly Quarter[];
  readonly rooms: readonly { readonly id: string; readonly words: Words }[];
  /** The pages of every quarter's report, in reading order. */
  readonly pages: readonly PublishedPage[];
  /** Rooms that the federation does not show; what speaks of them is left out of the pages. */
  readonly unshown: readonly { readonly id: string; readonly pages: readonly string[] }[];
  readonly indicators: readonly PublishedIndicator[];
  /** Names of the indicators that open the brief, the most important first. */
  readonly headlines: readonly string[];
  readonly dimensions: readonly PublishedDimension[];
  /** Axes that this audience may not have: a page may name them all the same. */
  readonly closed: readonly PublishedDimension[];
  readonly figures: readonly Figure[];
  readonly gaps: readonly PublishedGap[];
  readonly lists: readonly PublishedList[];
  /** Targets that the federation set; where it set none, the indicator's own holds. */
  readonly targets: readonly PublishedTarget[];
  readonly completeness: readonly Completeness[];
  /** Absent where no federation below is known. */
  readonly below?: PublishedBelow;
  /** Quarters that were released, in time order. */
  readonly releases: readonly PublishedRelease[];
  /** Figures of released quarters that are no longer what was released. */
  readonly revisions: readonly Revision[];
  /** In a live preview: what is no longer as it was on the site that was built last, or when the preview began. */
  readonly moved?: { readonly since: "built" | "started"; readonly revisions: readonly Revision[] };
  /** One per register, in `published/templates/`. */
  readonly templates: readonly { readonly room: string; readonly words: Words; readonly file: string }[];
}

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
