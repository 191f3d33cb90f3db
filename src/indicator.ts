import type { Unit } from "./unit.ts";
import type { Words } from "./words.ts";

/** Where a claim comes from: the quote is the source's own words, in its own language. */
export interface Source {
  readonly quote: string;
  readonly from: Words;
}

/**
 * What a room claims, said once: the dictionary, the JSON, the prose token, the page and the tests follow it.
 *
 * `from` names a model (`room.table`) whose rows carry `quarter` and every column named in `by`.
 * `numerator` and `denominator` are SQL aggregates over those rows. The value is their exact quotient,
 * or the numerator where there is no denominator, or `value` where a claim is neither (a median).
 */
export interface Indicator {
  /** snake_case, unique in its room; the full name is `room.id`. */
  readonly id: string;
  readonly words: Words;
  readonly unit: Unit;
  readonly from: string;
  readonly where?: string;
  readonly value?: string;
  readonly numerator: string;
  readonly denominator?: string;
  /** Units of numerator and denominator where they differ from `unit` (always, for a rate). */
  readonly parts?: { readonly numerator: Unit; readonly denominator: Unit };
  /**
   * Who stands behind an amount of money, so that it is withheld where they are few: SQL aggregates for cases and
   * persons, and the column that is added up. Money without it is public (a budget).
   */
  readonly behind?: { readonly cases: string; readonly people: string; readonly amount: string };
  /** The persons counted stand in their office (lawyers, cadres); they are not the ones who are helped. */
  readonly inOffice?: true;
  /** Breakdowns: dimension id → column of the model. */
  readonly by?: Readonly<Record<string, string>>;
  /** `flow` adds up over the year; `stock` holds on the quarter's last day. */
  readonly span: "flow" | "stock";
  /** Formula in words, e.g. 结案案件确认金额之和. */
  readonly formula: Words;
  /** What was read into the rule where the rule is silent; printed next to the figure. */
  readonly reading: Words;
  readonly source: Source;
  /** Which direction is good news; `neither` for plain volumes. */
  readonly better: "more" | "less" | "neither";
  /**
   * What the indicator becomes where the federation chose another reading: `choice=option` → what changes. The choices
   * are the room's `readings`.
   */
  readonly under?: Readonly<Record<string, Partial<Omit<Indicator, "id" | "under">>>>;
  /**
   * Registers of the room without which nobody knows: where one of them was never handed in, there is no data, though
   * the model has rows of others (a unit on the list has no lawyer as long as nobody says who they are).
   */
  readonly needs?: readonly string[];
  /** A design number to compare with, in the indicator's own unit (a rate between 0 and 1), as a decimal string. */
  readonly target?: string;
}

/** One axis of breakdown, e.g. township. `labels` names a model (value, quarter?, zh, en) where codes need names. */
export interface Dimension {
  readonly id: string;
  readonly words: Words;
  readonly labels?: string;
  /**
   * Names a model (value, x, y) where values have a place on the ground: degrees east and north, as decimals. One row
   * a value; a value without a row has no place. Maps are drawn from it.
   */
  readonly places?: string;
  /** Its values have an order of their own (months): drawings keep it. */
  readonly ordered?: true;
  /** Says something about persons (困难职工): for the internal edition only. */
  readonly internal?: true;
  /** English for values that are Chinese words of a code list. */
  readonly values?: Readonly<Record<string, Words>>;
}

/** A list of what is missing, row by row: for the people who can close the gap, never for the public edition. */
export interface GapList {
  readonly id: string;
  readonly words: Words;
  /** Model with `quarter` and the columns below. */
  readonly from: string;
  readonly columns: Readonly<Record<string, Words>>;
  /** SQL order, so that the list reads the same every time. */
  readonly order: string;
  /** The indicator whose denominator minus numerator this list is. */
  readonly of: string;
  /** The indicator's dimension that says where the gap is widest. */
  readonly by?: string;
  /** Who can close the gap. */
  readonly who?: Words;
  /** The page that shows the list; the room's first by default. */
  readonly page?: string;
}
