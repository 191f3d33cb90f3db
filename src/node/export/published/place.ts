import type { Figure } from "../../../figure.ts";
import { type Words, words } from "../../../words.ts";

/** Stands in the breakdown of a total. */
export const total = "total";

/** The only axis that a figure is broken down by, and its value there. */
export const placeOf = ({ by }: Figure): readonly [string, string] => Object.entries(by)[0] ?? [total, total];

/** The name of a figure's group. */
export const wordsAt = (figure: Figure): Words => {
  const [, value] = placeOf(figure);
  return value === total ? words("合计", "total") : (figure.label ?? words(value, value));
};
