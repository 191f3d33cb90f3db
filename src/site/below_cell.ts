import { formatPart } from "../format.ts";
import type { PublishedIndicator } from "../publication.ts";
import type { Numbers } from "../rollup.ts";
import type { Context } from "./context.ts";
import { html, type Markup } from "./markup.ts";

/** Numbers as a figure that is told, of no quarter in particular. */
const figureOf = (numbers: Numbers, { id, unit }: PublishedIndicator) =>
  ({ ...numbers, indicator: id, quarter: "", span: "quarter", by: {}, unit }) as const;

/** Numerator ÷ denominator of a rate, each with its counting word; empty for what is no quotient. */
const partsOf = (numbers: Numbers, indicator: PublishedIndicator, { lang }: Context): string => {
  const { parts } = indicator;
  if (!parts) return "";
  const figure = figureOf(numbers, indicator);
  return `${formatPart(figure, "numerator", parts.numerator, lang)} ÷ ${formatPart(figure, "denominator", parts.denominator, lang)}`;
};

/** A value as it is told. */
export const toldValue = (numbers: Numbers, indicator: PublishedIndicator, { lang }: Context): string =>
  formatPart(figureOf(numbers, indicator), "value", indicator.unit, lang);

/** A value with what it is divided from below it, in small print. */
export const cellOf = (
  numbers: Numbers,
  indicator: PublishedIndicator,
  context: Context,
  mark = "",
): Markup => {
  const parts = partsOf(numbers, indicator, context);
  return html`${toldValue(numbers, indicator, context)}${mark}${parts !== "" && html`<br><span class="small">${parts}</span>`}`;
};
