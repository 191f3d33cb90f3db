import type { Figure } from "../figure.ts";
import { formatPart } from "../format.ts";
import type { PublishedIndicator } from "../publication.ts";
import type { Tabular } from "./chart.ts";
import { type Context, say } from "./context.ts";
import { labelOf } from "./label.ts";
import { wording } from "./wording.ts";

/** Figures of one indicator by one dimension as a table: value, numerator, denominator, and the total at the foot. */
export const breakdownTable = (
  indicator: PublishedIndicator,
  by: string,
  figures: readonly Figure[],
  context: Context,
): Tabular => {
  const { edition, quarter, lang } = context;
  const { parts } = indicator;
  const cells = (figure: Figure): string[] => [
    formatPart(figure, "value", indicator.unit, lang),
    ...(parts
      ? [
          formatPart(figure, "numerator", parts.numerator, lang),
          formatPart(figure, "denominator", parts.denominator, lang),
        ]
      : []),
  ];
  const mark = (figure: Figure): string =>
    edition.revision(figure) ? (lang === "zh" ? "（修订）" : " (revised)") : "";
  const heads = [wording.value, ...(parts ? [wording.numerator, wording.denominator] : [])];
  const total = edition.total(indicator, quarter.id);
  return {
    columns: [{ head: by }, ...heads.map((head) => ({ head: say(head, context), number: true }))],
    rows: figures.map((figure) => [`${labelOf(figure, context)}${mark(figure)}`, ...cells(figure)]),
    foot: total ? [`${say(wording.total, context)}${mark(total)}`, ...cells(total)] : undefined,
  };
};
