import { formatQuarter } from "../format.ts";
import type { Context } from "./context.ts";
import { html, type Markup } from "./markup.ts";

/** Links to the same report of every quarter, latest first. */
export const quarterLinks = (context: Context): Markup => {
  const { edition, quarter, lang } = context;
  const folder = lang === "zh" ? "" : "/en";
  return html`<nav class="quarters" aria-label="${lang === "zh" ? "各季度" : "Quarters"}"><ul>${edition.publication.quarters
    .toReversed()
    .map(
      ({ id }) =>
        html`<li><a href="${folder}/${id}/"${id === quarter.id ? html` aria-current="true"` : ""}>${formatQuarter(id, lang)}</a></li>`,
    )}</ul></nav>`;
};
