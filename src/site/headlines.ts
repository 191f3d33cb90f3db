import { formatPart } from "../format.ts";
import { compare } from "./comparison.ts";
import { type Context, say } from "./context.ts";
import { html, type Markup } from "./markup.ts";
import { sentence } from "./sentence.ts";

/** As many as a phone shows at once. */
const first = 4;

/** The first headline figures at a glance: value, 环比 and 同比 with their bases, linked to how they are read. */
export const headlines = (context: Context): Markup => {
  const { edition, quarter, lang } = context;
  const methods = lang === "zh" ? "/methods" : "/en/methods";
  const items = edition.publication.headlines.slice(0, first).map((id) => {
    const indicator = edition.indicator(id);
    const moves = (["previous", "yearBefore"] as const).map((against) =>
      compare(indicator, against, context),
    );
    return html`<li data-indicator="${id}"><a href="${methods}#${id}">${say(indicator.words, context)}</a>
<strong>${formatPart(edition.total(indicator, quarter.id), "value", indicator.unit, lang)}</strong>
${moves.map((m) => html`<span class="move"><span class="quiet">${m.label}</span> <span class="${m.verdict}">${m.movement}</span> <span class="base">${m.base}</span></span>`)}</li>`;
  });
  return html`<ul class="headlines">${items}</ul>`;
};

/** The same figures in sentences, one each. */
export const sentences = (context: Context): Markup =>
  html`<ul class="sentences">${context.edition.publication.headlines
    .slice(0, first)
    .map((id) => html`<li>${sentence(context.edition.indicator(id), context)}</li>`)}</ul>`;
