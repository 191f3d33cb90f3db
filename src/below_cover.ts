import { type Below, ledgerOf, type Place } from "./below_cells.ts";
import { other, withheldIn } from "./disclosure.ts";
import { uncovered } from "./exposed.ts";
import type { Figure } from "./figure.ts";
import type { Indicator } from "./indicator.ts";
import { reachedFrom } from "./knot.ts";
import type { BelowFigure } from "./published_below.ts";
import { suppress } from "./suppression.ts";

/**
 * What federations below handed up, as the public may see it beside own numbers that hold the same: what a federation
 * withheld, and what one that is late would have, must not be what is left when the others are subtracted. As few
 * other numbers are withheld as will do; the own ones are public on every other page and stay.
 * @param own totals as the public may have them
 */
export const coveredBelow = (
  below: Below,
  own: readonly Figure[],
  indicators: ReadonlyMap<string, Indicator>,
): BelowFigure[] => {
  const { cells, sums, places } = ledgerOf(below, own, indicators);
  const hidden = suppress(cells, sums);
  // Where nothing is left that would cover a number, all that could tell it goes; own numbers stay, and part the sums.
  const between = sums.map(({ total, parts: [first = total, ...rest] }) => ({
    total: cells[total]?.known ? first : total,
    parts: [first, ...rest].filter((at) => !cells[at]?.known),
  }));
  const reached = reachedFrom(uncovered(cells, hidden, sums), between);
  const marks = new Map<BelowFigure, { [part in Place["part"]]?: string }>();
  for (const { figure, part, cell } of places)
    if (hidden.has(cell) || reached.has(cell))
      marks.set(figure, { ...marks.get(figure), [part]: figure.hidden?.[part] ?? other });
  return below.figures.map((figure) => {
    const indicator = indicators.get(figure.indicator);
    const more = marks.get(figure);
    return indicator && more ? withheldIn(figure, indicator, { ...figure.hidden, ...more }) : figure;
  });
};
