import { whereabouts } from "../offender.ts";
import type { QualityCheck } from "../published_quality.ts";
import { fill, words } from "../words.ts";
import { type Context, say } from "./context.ts";
import { html, type Markup } from "./markup.ts";

const said = {
  head: words("不符的行", "Offending rows"),
  rest: words("另有{n}条未列出。", "{n} more not listed."),
};

/** Where the rows stand that offend against a check, folded away. Nothing in an edition that has only their number. */
export const offenders = ({ rows = [], count }: QualityCheck, context: Context): Markup | string => {
  const places = rows.map(whereabouts).filter((place) => place !== undefined);
  if (places.length === 0) return "";
  const rest = count - rows.length;
  return html`<details><summary>${say(said.head, context)}</summary><ul class="places">${places.map(
    (place) => html`<li><code>${say(place, context)}</code></li>`,
  )}</ul>${rest > 0 && html`<p class="small">${fill(say(said.rest, context), { n: String(rest) })}</p>`}</details>`;
};
