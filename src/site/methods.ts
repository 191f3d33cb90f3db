import { formatValue } from "../format.ts";
import type { PublishedIndicator } from "../publication.ts";
import { units } from "../unit.ts";
import { words } from "../words.ts";
import { type Context, say } from "./context.ts";
import { html, type Markup } from "./markup.ts";
import { wording } from "./wording.ts";

const rate = words("比率（%）", "rate (%)");
const spans = {
  flow: words("期间数：按季发生额，可累计", "flow: adds up over the year"),
  stock: words("时点数：季末当日状况", "stock: as on the quarter's last day"),
};

const entry = (indicator: PublishedIndicator, context: Context): Markup => {
  const { lang, edition, quarter } = context;
  const target = edition.target(indicator, quarter.id);
  const unit = indicator.unit === "rate" ? say(rate, context) : units[indicator.unit][lang];
  const rows: [string, string | undefined][] = [
    [
      say(wording.unit, context),
      `${unit}${lang === "zh" ? "；" : "; "}${say(spans[indicator.span], context)}`,
    ],
    [say(wording.formula, context), say(indicator.formula, context)],
    [say(wording.reading, context), say(indicator.reading, context)],
    [
      say(wording.breakdowns, context),
      indicator.by.map((id) => say(edition.dimension(id).words, context)).join(lang === "zh" ? "、" : ", "),
    ],
    [
      say(wording.target, context),
      target === undefined ? undefined : formatValue(target.target, indicator.unit, lang),
    ],
  ];
  const { quote, from } = indicator.source;
  return html`<article class="definition"><h3 id="${indicator.id}">${say(indicator.words, context)}</h3><dl>${rows
    .filter(([, value]) => value)
    .map(([term, value]) => html`<dt>${term}</dt><dd>${value}</dd>`)}
<dt>${say(wording.source, context)}</dt><dd>${quote && html`<q lang="zh-CN">${quote}</q> `}${say(from, context)}</dd></dl>
<details class="small-print"><summary>${say(wording.query, context)}</summary><p><code>${indicator.id}</code></p><pre><code>${indicator.sql}</code></pre></details></article>`;
};

/** The dictionary: every indicator, by programme. */
export const methods = (context: Context): Markup => {
  const { rooms, indicators } = context.edition.publication;
  return html`${rooms
    .map((room) => ({ room, own: indicators.filter((i) => i.room === room.id) }))
    .filter(({ own }) => own.length > 0)
    .map(
      ({ room, own }) =>
        html`<h2 id="${room.id}">${say(room.words, context)}</h2>${own.map((i) => entry(i, context))}`,
    )}`;
};
