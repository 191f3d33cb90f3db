import type { Figure } from "./figure.ts";
import type { Words } from "./words.ts";

/** A table that had been handed in when a quarter was released. */
export interface ReleasedFile {
  readonly path: string;
  readonly register: string;
  /** Of the whole file. */
  readonly sha256: string;
  readonly read: number;
  readonly accepted: number;
  readonly refused: number;
  readonly repeated: number;
  readonly superseded: number;
}

/** How an indicator was measured: a hash of its query and of all that it rests on, and its words. */
export interface Method {
  /** `room.indicator` */
  readonly indicator: string;
  readonly sha256: string;
  readonly words: Words;
  readonly formula: Words;
  readonly reading: Words;
}

/** Why a quarter could not simply be released; told where it was released all the same. */
export type Objection = "released" | "not_ended" | "errors";

/** What was published of a quarter, frozen: figures of the public edition, the files and methods behind them. */
export interface Release {
  readonly quarter: string;
  /** 1 for the first release of the quarter. */
  readonly edition: number;
  /** ISO day up to which the registers were read. */
  readonly asOf: string;
  /** Version and hash of the program. */
  readonly code: string;
  /** The figures rest on the invented rows of the demonstration. */
  readonly demo: boolean;
  /** What stood against it, and the reason given for releasing all the same. */
  readonly overridden: readonly Objection[];
  readonly why: string | null;
  readonly settings: Readonly<Record<string, string>>;
  readonly figures: readonly Figure[];
  readonly files: readonly ReleasedFile[];
  readonly methods: readonly Method[];
}

/** The releases that stand: of every quarter the last one, in time order. */
export const standing = (releases: readonly Release[]): Release[] => {
  const last = new Map<string, Release>();
  for (const release of releases) {
    const known = last.get(release.quarter);
    if (!known || known.edition < release.edition) last.set(release.quarter, release);
  }
  return [...last.values()].sort((a, b) => (a.quarter < b.quarter ? -1 : 1));
};
