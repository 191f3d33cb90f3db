import Big from "big.js";
import type { Figure } from "./figure.ts";
import type { Unit } from "./unit.ts";
import type { Words } from "./words.ts";

/** The numbers of a figure, or the signs in place of those withheld; null where there is none. */
export type Told = Pick<Figure, "value" | "numerator" | "denominator" | "hidden">;

/** Files handed in late, mended, or taken back since. */
export interface FileCause {
  readonly kind: "late" | "corrected" | "withdrawn";
  readonly files: readonly string[];
}

/** The way of measuring changed: what it was. What it is now stands with the indicator. */
export interface MethodCause {
  readonly kind: "method";
  readonly formula: Words;
  readonly reading: Words;
}

/** Neither files nor methods moved: how cells are read, or what is withheld, did. */
export interface ProgramCause {
  readonly kind: "program";
}

/** The figure is no longer measured. */
export interface RetiredCause {
  readonly kind: "retired";
  readonly words: Words;
}

export type Cause = FileCause | MethodCause | ProgramCause | RetiredCause;

/** A figure that is no longer what was released. */
export interface Revision {
  readonly indicator: string;
  readonly quarter: string;
  readonly span: Figure["span"];
  readonly by: Figure["by"];
  readonly label?: Words;
  readonly unit: Unit;
  readonly released: Told | null;
  readonly now: Told | null;
  /** Today's value minus the released one, exactly; null where one of them is not told. */
  readonly difference: string | null;
  readonly causes: readonly Cause[];
}

/** Where a figure stands: the same text for the same place in any edition. */
export const addressOf = ({ indicator, quarter, span, by }: Figure | Revision): string =>
  [indicator, quarter, span, ...Object.entries(by).flat()].join(" ");

const toldOf = (figure: Figure | undefined): Told | null =>
  figure === undefined
    ? null
    : {
        value: figure.value,
        numerator: figure.numerator,
        denominator: figure.denominator,
        ...(figure.hidden && { hidden: figure.hidden }),
      };

const equal = (a: string | null | undefined, b: string | null | undefined): boolean =>
  a == null || b == null ? (a ?? null) === (b ?? null) : new Big(a).eq(b);

const parts = ["value", "numerator", "denominator"] as const;

/** The same numbers are told; a number that is withheld equals any sign for it. */
const same = (then: Told | null, now: Told | null): boolean => {
  if (then === null || now === null) {
    const only = then ?? now;
    return only === null || parts.every((part) => only[part] === null && !only.hidden?.[part]);
  }
  return parts.every((part) => {
    const [was, is] = [then.hidden?.[part], now.hidden?.[part]];
    return was !== undefined || is !== undefined
      ? (was === undefined) === (is === undefined)
      : equal(then[part], now[part]);
  });
};

/**
 * Figures that differ from what was released, in the order of today's figures, then those that are gone.
 * @param released figures of one quarter as they were told
 * @param now figures of the same quarter as they would be told today
 * @param why what may have moved a figure
 */
export const revisionsOf = (
  released: readonly Figure[],
  now: readonly Figure[],
  why: (figure: Figure) => readonly Cause[],
): Revision[] => {
  const before = new Map(released.map((figure) => [addressOf(figure), figure]));
  const revision = (figure: Figure, then: Told | null, is: Told | null): Revision[] => {
    if (same(then, is)) return [];
    const { indicator, quarter, span, by, label, unit } = figure;
    const [was, value] = [then?.value ?? null, is?.value ?? null];
    return [
      {
        indicator,
        quarter,
        span,
        by,
        ...(label && { label }),
        unit,
        released: then,
        now: is,
        difference: was === null || value === null ? null : new Big(value).minus(was).toFixed(),
        causes: why(figure),
      },
    ];
  };
  const today = now.flatMap((figure) => {
    const then = before.get(addressOf(figure));
    before.delete(addressOf(figure));
    return revision(figure, toldOf(then), toldOf(figure));
  });
  return [...today, ...[...before.values()].flatMap((gone) => revision(gone, toldOf(gone), null))];
};
