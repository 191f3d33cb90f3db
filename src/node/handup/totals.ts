import type { BundleFigure } from "../../bundle.ts";
import type { PublishedBelow } from "../../published_below.ts";
import { isTold } from "../../rollup.ts";
import type { Named } from "../measure.ts";
import { shortMethod, withBelow } from "./below.ts";
import type { Own } from "./own.ts";

/** Totals, with what federations below come to where both add up; what nobody told is left out. */
export const totalsUp = (
  own: Own,
  indicators: ReadonlyMap<string, Named>,
  below: PublishedBelow | undefined,
  todays: ReadonlyMap<string, string>,
): BundleFigure[] => {
  const methods = new Map(own.methods.map(({ indicator, sha256 }) => [indicator, shortMethod(sha256)]));
  return own.figures.flatMap((figure): BundleFigure[] => {
    const indicator = indicators.get(figure.indicator);
    if (indicator === undefined || Object.keys(figure.by).length > 0) return [];
    const method = methods.get(figure.indicator) ?? "";
    // What was released under an older method is not added to what was measured by today's.
    const sum =
      below?.relation === "apart" && todays.get(figure.indicator) === method
        ? below.sums.find(
            (one) =>
              one.indicator === figure.indicator &&
              one.quarter === figure.quarter &&
              one.span === figure.span,
          )
        : undefined;
    const { value, numerator, denominator, hidden } = figure;
    const numbers = withBelow(figure, sum, indicator) ?? {
      value,
      numerator,
      denominator,
      ...(hidden && { hidden }),
      federations: 1,
    };
    if (!isTold(numbers)) return [];
    return [
      {
        indicator: indicator.name,
        name: indicator.words.zh,
        span: figure.span,
        unit: figure.unit,
        method,
        ...numbers,
      },
    ];
  });
};
