import type { Field } from "./field.ts";
import type { Dimension, GapList, Indicator } from "./indicator.ts";
import type { Words } from "./words.ts";

/** A pointer from rows of one register to rows of another. */
export interface Reference {
  /** Id of the register pointed to. */
  readonly to: string;
  /** This register's field → that register's field. All must match; a row in which one is empty is not looked up. */
  readonly on: Readonly<Record<string, string>>;
  /** Where the code is missing or is really a name: resolved through names, if the answer is unique. */
  readonly byName?: {
    /** Field of this register that may hold the name (it may be the field with the code itself). */
    readonly from: string;
    /** Fields of the other register that hold names, former names included (several joined by 、). */
    readonly among: readonly string[];
  };
  /** The reference holds only for rows in which this field has this value. */
  readonly when?: { readonly field: string; readonly is: string };
  /** What happens to a row whose target is not on the other register. Nothing, if that register was never handed in. */
  readonly missing: "refuse" | "warn";
}

/** A rule between the fields of one row. */
export interface RowRule {
  readonly field: string;
  /** True if the row is sound. Values are canonical texts; null is empty. */
  readonly holds: (row: Readonly<Record<string, string | null>>) => boolean;
  readonly why: Words;
  readonly mend: Words;
  readonly severity: "error" | "warning";
}

/** What a register's rows ought to look like beside each other: findings are looked for by it. */
export interface Plausible {
  /** Field that tells whose row it is where the file names no 填报单位 (a district). */
  readonly unit?: string;
  /** Amounts are held against each other where rows agree in these fields (a kind of subsidy, a line of the budget). */
  readonly alike?: readonly string[];
  /** Days, beside `event`, of something done: none of them can lie ahead. */
  readonly done?: readonly string[];
  /**
   * Rows under different keys are taken for one thing entered twice where they agree in all fields of `agree`, none of
   * them empty, and differ in at most one of `differ`.
   */
  readonly twice?: { readonly agree: readonly string[]; readonly differ?: readonly string[] };
}

/** 台账: one kind of file that staff hand in. The contract that everything else is made from. */
export interface Register {
  /** snake_case; unique over all rooms. Its table is `room.id`. */
  readonly id: string;
  readonly room: string;
  readonly words: Words;
  /** What one row is, e.g. 一次走访. */
  readonly grain: Words;
  readonly fields: Readonly<Record<string, Field>>;
  /** A later row with the same key supersedes an earlier one. */
  readonly key: readonly string[];
  /** The key where one of the first is empty. */
  readonly otherwiseKey?: readonly string[];
  /** Groups of fields of which a row needs at least one (a code or a name). Fields in them are optional by themselves. */
  readonly either?: readonly (readonly string[])[];
  /** The day that places a row in a quarter; rosters have none. */
  readonly event?: string;
  /** Whom a row is about, where it is about one person who has a number. */
  readonly person?: {
    /** The field with the person's number; fields of other registers that refer to it hold the same person's number. */
    readonly number: string;
    /** The day from which the time for keeping runs; the event where it is absent, and no end where that is absent too. */
    readonly since?: string;
    /** Personal fields that name somebody else (a case's lawyer). */
    readonly besides?: readonly string[];
  };
  /** Its rows tell what stands, however old (a union founded in 1998): they open no quarter before other registers do. */
  readonly standing?: true;
  readonly refers?: readonly Reference[];
  /** Field that names the row which took this one's place (a renamed township): names of both lead to one answer. */
  readonly successor?: string;
  readonly rules?: readonly RowRule[];
  readonly plausible?: Plausible;
}

/** A page of a quarter's report: `reports/[quarter]/ID.md`, and the same under `en/`. */
export interface RoomPage {
  readonly id: string;
  /** As the menu has it. */
  readonly title: Words;
  /** The question it answers. */
  readonly asks: Words;
  /** The figure that stands for it, an indicator of the room; none for a page about all rooms. */
  readonly lead?: string;
}

/**
 * A programme's folder: what is handed in, what is claimed. SQL stands beside it in model.sql, checks.sql and
 * findings.sql.
 */
export interface Room {
  readonly id: string;
  readonly words: Words;
  /** The programme's first day, `2018-01-01`: what is dated before it is looked into. */
  readonly since?: string;
  readonly registers: readonly Register[];
  readonly indicators: readonly Indicator[];
  readonly gaps?: readonly GapList[];
  /** The axes this room breaks its figures down by; rooms may share one. */
  readonly dimensions?: readonly Dimension[];
  /** Its pages in every quarter's report; none for a room that others are made from. */
  readonly pages?: readonly RoomPage[];
  /** Rules that can be read in more than one way: choice → its options, the usual one first. */
  readonly readings?: Readonly<Record<string, readonly string[]>>;
}
