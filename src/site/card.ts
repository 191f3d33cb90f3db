import { formatPart, formatValue } from "../format.ts";
import type { PublishedIndicator } from "../publication.ts";
import { revisedOf, revisedWithin } from "../revised.ts";
import { compare } from "./comparison.ts";
import { type Context, say } from "./context.ts";
import { html, type Markup } from "./markup.ts";
import { division, note } from "./note.ts";
import { wording } from "./wording.ts";

/** One figure with what it is compared to: value, 本年累计, 环比, 同比, target, small print. */
export const card = (indicator: PublishedIndicator, context: Context): Markup => {
  const { edition, quarter, lang } = context;
  const figure = edition.total(indicator, quarter.id);
  const year = indicator.span === "flow" ? edition.total(indicator, quarter.id, "year") : undefined;
  const target = edition.target(indicator, quarter.id);
  const shown = (value: string | null | undefined): string =>
    formatValue(value ?? null, indicator.unit, lang);
  const revision = figure && edition.revision(figure);
  const yearRevised = year && edition.revision(year);
  const divided = figure && division(indicator, figure, context)?.split(" = ")[0];
  const facts = [
    year && {
      label: say(wording.yearToDate, context),
      movement: formatPart(year, "value", indicator.unit, lang),
      base: yearRevised ? revisedWithin(yearRevised, indicator.unit, context) : "",
      verdict: "neutral",
    },
    target !== undefined && {
      label: say(wording.target, context),
      movement: shown(target.target),
      base: "",
      verdict: "neutral",
    },
    revision && { ...revisedOf(revision, indicator.unit, context), verdict: "neutral" },
    compare(indicator, "previous", context),
    compare(indicator, "yearBefore", context),
  ].filter((fact) => fact !== undefined && fact !== false);
  return html`<section class="figure-card" data-indicator="${indicator.id}">
<h3>${say(indicator.words, context)}</h3>
<p class="value">${formatPart(figure, "value", indicator.unit, lang)}</p>
${divided && html`<p class="parts">${divided}</p>`}
<dl class="facts">${facts.map(
    (f) =>
      html`<div><dt>${f.label}</dt><dd class="${f.verdict}">${f.movement}${f.base && html` <span class="base">${lang === "zh" ? `（${f.base}）` : `(${f.base})`}</span>`}</dd></div>`,
  )}</dl>
${note(indicator, figure, context)}
</section>`;
};
