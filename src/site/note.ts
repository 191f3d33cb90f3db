import type { Figure } from "../figure.ts";
import { formatPart } from "../format.ts";
import type { PublishedIndicator } from "../publication.ts";
import { type Context, say } from "./context.ts";
import { html, type Markup } from "./markup.ts";
import { wording } from "./wording.ts";

/** What was divided by what, with the counting words of both parts; undefined for a plain volume. */
export const division = (
  indicator: PublishedIndicator,
  figure: Figure,
  context: Context,
): string | undefined => {
  const told = (part: "numerator" | "denominator"): boolean =>
    figure[part] !== null || figure.hidden?.[part] !== undefined;
  if (!indicator.parts || !told("numerator") || !told("denominator")) return undefined;
  const { lang } = context;
  const top = formatPart(figure, "numerator", indicator.parts.numerator, lang);
  const bottom = formatPart(figure, "denominator", indicator.parts.denominator, lang);
  return `${top} ÷ ${bottom} = ${formatPart(figure, "value", indicator.unit, lang)}`;
};

/** The small print of one figure: formula, reading, what was divided, and whose words the rule follows. */
export const note = (indicator: PublishedIndicator, figure: Figure | undefined, context: Context): Markup => {
  const divided = figure && division(indicator, figure, context);
  const { source } = indicator;
  return html`<details class="small-print"><summary>${say(wording.note, context)}</summary><dl>
<dt>${say(wording.formula, context)}</dt><dd>${say(indicator.formula, context)}</dd>
${divided && html`<dt>${say(wording.division, context)}</dt><dd>${divided}</dd>`}
<dt>${say(wording.reading, context)}</dt><dd>${say(indicator.reading, context)}</dd>
<dt>${say(wording.source, context)}</dt><dd>${source.quote && html`<q lang="zh-CN">${source.quote}</q> `}${say(source.from, context)}</dd>
</dl></details>`;
};
