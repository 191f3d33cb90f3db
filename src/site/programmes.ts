import { formatPart } from "../format.ts";
import { type Context, say } from "./context.ts";
import { html, type Markup } from "./markup.ts";

/** The pages by programme: what each asks, and its leading figure. */
export const programmes = (context: Context): Markup => {
  const { edition, quarter, lang } = context;
  return html`<ul class="programmes">${edition.publication.pages.map((page) => {
    const indicator = page.lead === undefined ? undefined : edition.indicator(page.lead);
    const lead =
      indicator &&
      html`<span class="lead">${say(indicator.words, context)} <strong>${formatPart(edition.total(indicator, quarter.id), "value", indicator.unit, lang)}</strong></span>`;
    return html`<li><a href="./${page.id}">${say(page.title, context)}</a><span class="asks">${say(page.asks, context)}</span>${lead}</li>`;
  })}</ul>`;
};
