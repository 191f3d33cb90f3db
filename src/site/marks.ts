import Big from "big.js";
import type { Figure } from "../figure.ts";
import type { PublishedIndicator } from "../publication.ts";
import type { Context } from "./context.ts";
import { labelOf } from "./label.ts";

/** A figure with its place on the ground. Numbers are for drawing only. */
export interface Mark {
  readonly name: string;
  readonly figure: Figure;
  /** Degrees east and north. */
  readonly x: number;
  readonly y: number;
  /** How full it is drawn, 0 to 1: a rate as it is, anything else against the largest. Undefined without a value. */
  readonly share: number | undefined;
}

const shareOf = (value: string | null, largest: Big): number | undefined => {
  if (value === null) return undefined;
  const share = largest.eq(0) ? new Big(0) : new Big(value).div(largest);
  return Math.min(1, Math.max(0, share.toNumber()));
};

/** The figures of a breakdown that have a place, from north to south, and the names of those that have none. */
export const marksOf = (
  indicator: PublishedIndicator,
  dimension: string,
  context: Context,
): { readonly marks: readonly Mark[]; readonly unplaced: readonly string[] } => {
  const { edition, quarter } = context;
  const figures = edition.breakdown(indicator, quarter.id, dimension);
  const places = edition.dimension(dimension).places ?? {};
  const values = figures.flatMap(({ value }) => (value === null ? [] : [new Big(value)]));
  const largest =
    indicator.unit === "rate" ? new Big(1) : values.reduce((a, b) => (a.gt(b) ? a : b), new Big(0));
  const marks: Mark[] = [];
  const unplaced: string[] = [];
  for (const figure of figures) {
    const name = labelOf(figure, context);
    const value = figure.by[dimension] ?? "";
    const place = Object.hasOwn(places, value) ? places[value] : undefined;
    if (place === undefined) unplaced.push(name);
    else
      marks.push({
        name,
        figure,
        x: Number(place.x),
        y: Number(place.y),
        share: shareOf(figure.value, largest),
      });
  }
  return { marks: marks.sort((a, b) => b.y - a.y || a.x - b.x), unplaced };
};
