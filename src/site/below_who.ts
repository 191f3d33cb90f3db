import Big from "big.js";
import { formatDay, formatRate } from "../format.ts";
import type { PublishedBelow } from "../published_below.ts";
import { fill } from "../words.ts";
import { heads, states } from "./below_words.ts";
import { dataTable } from "./chart.ts";
import { type Context, say } from "./context.ts";
import { html, type Markup } from "./markup.ts";

/** Of each federation what it has handed up for the quarter, or that it has not. */
export const whoTable = (below: PublishedBelow, names: readonly string[], context: Context): Markup => {
  const { lang, quarter } = context;
  return dataTable(
    [
      { head: say(heads.federation, context) },
      { head: say(heads.asOf, context) },
      { head: say(heads.returns, context), number: true },
      { head: say(heads.state, context) },
    ],
    names.map((name) => {
      const bundle = below.bundles.find((b) => b.federation === name && b.quarter === quarter.id);
      if (!bundle)
        return [name, "—", "—", html`<strong class="gap">${say(states.missing, context)}</strong>`];
      const { due, received, edition, code, inside } = bundle;
      const returns =
        due === null || received === null || due === 0
          ? "—"
          : html`${formatRate(new Big(received).div(due).toFixed(6))}<br><span class="small">${received}/${due}</span>`;
      const state =
        edition === null
          ? say(states.open, context)
          : fill(say(states.released, context), { n: String(edition) });
      const n = inside.length > 0 ? fill(say(states.inside, context), { n: String(inside.length) }) : "";
      return [
        name,
        formatDay(bundle.asOf, lang),
        returns,
        html`${state}${n}<br><span class="small">${code}</span>`,
      ];
    }),
  );
};
