import { formatPart } from "../format.ts";
import { revisedSentence } from "../revised.ts";
import { compare } from "./comparison.ts";
import { type Context, say } from "./context.ts";
import { html, type Markup } from "./markup.ts";
import { note } from "./note.ts";
import { movement } from "./sentence.ts";
import { spark } from "./spark.ts";

/** As many as a phone shows at once. */
const first = 4;

/**
 * The first headline figures at a glance: value, course, and a sentence with 环比 and 同比 and their bases. Each opens
 * its definition and source in place.
 */
export const headlines = (context: Context): Markup => {
  const { edition, quarter, lang } = context;
  const items = edition.publication.headlines.slice(0, first).map((id) => {
    const indicator = edition.indicator(id);
    const figure = edition.total(indicator, quarter.id);
    const revision = figure && edition.revision(figure);
    const { verdict } = compare(indicator, "previous", context);
    return html`<li data-indicator="${id}"><h2>${say(indicator.words, context)}</h2>
<p class="value"><strong>${formatPart(figure, "value", indicator.unit, lang)}</strong>${spark(indicator, context)}</p>
<p class="moved ${verdict}">${movement(indicator, context)}${lang === "zh" ? "。" : "."}</p>
${revision && html`<p class="revised">${revisedSentence(revision, indicator.unit, context)}</p>`}
${note(indicator, figure, context)}</li>`;
  });
  return html`<ul class="headlines">${items}</ul>`;
};
