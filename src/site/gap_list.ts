import type { PublishedGap } from "../publication.ts";
import { dataTable } from "./chart.ts";
import { type Context, say } from "./context.ts";
import { gapTable, isCounted, noGap } from "./gaps.ts";
import { html, type Markup } from "./markup.ts";
import { wording } from "./wording.ts";

/** The rows that make up a gap; in the public edition only their counts, by `dimension`. */
export const gapList = (gap: PublishedGap, dimension: string, context: Context): Markup => {
  const { edition, quarter } = context;
  if (edition.publication.audience === "public") {
    const indicator = edition.indicator(gap.of);
    return html`<section id="gap-${gap.id}">${gapTable(indicator, dimension, context, gap.words)}${isCounted(indicator, dimension, context) && html`<p class="small">${say(wording.publicList, context)}</p>`}</section>`;
  }
  const list = edition.publication.lists.find((l) => l.id === gap.id && l.quarter === quarter.id);
  if (list === undefined || list.rows.length === 0)
    return html`<section id="gap-${gap.id}">${noGap(gap.words, edition.indicator(gap.of), context)}</section>`;
  const columns = Object.values(list.columns).map((column) => ({ head: say(column, context) }));
  const count = context.lang === "zh" ? `共${list.rows.length}条` : `${list.rows.length} rows`;
  return html`<div class="gaps" id="gap-${gap.id}"><p class="caption">${say(gap.words, context)} <span class="unit">${count}</span></p>${dataTable(columns, list.rows)}</div>`;
};
