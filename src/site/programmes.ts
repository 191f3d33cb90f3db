import { formatPart } from "../format.ts";
import { type Context, say } from "./context.ts";
import { html, type Markup } from "./markup.ts";

/** The pages by programme: what each asks, and its leading figure. */
export const programmes = (context: Context): Markup => {
  const { edition, quarter, lang } = context;
  return html`<ul class="programmes">${edition.publication.pages.map((page) => {
    const indicator = edition.indicator(page.lead);
    const value = formatPart(edition.total(indicator, quarter.id), "value", indicator.unit, lang);
    return html`<li><a href="./${page.id}">${say(page.title, context)}</a><span class="asks">${say(page.asks, context)}</span><span class="lead">${say(indicator.words, context)} <strong>${value}</strong></span></li>`;
  })}</ul>`;
};
