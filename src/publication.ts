import type { Figure } from "./figure.ts";
import type { Indicator } from "./indicator.ts";
import type { PublishedBelow } from "./published_below.ts";
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
