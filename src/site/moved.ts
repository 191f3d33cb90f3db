import { formatQuarter } from "../format.ts";
import type { Publication } from "../publication.ts";
import { movementSaid, toldValue } from "../revised.ts";
import type { Revision } from "../revision.ts";
import { fill, type Lang, words } from "../words.ts";
import { dataTable } from "./chart.ts";
import { capital, say } from "./context.ts";
import { labelOf } from "./label.ts";
import { html, type Markup } from "./markup.ts";

const said = {
  built: words("与上次生成的网站相比，{n}个数字有变动", "{n} figures differ from the site built last"),
  started: words("预览开始以来，{n}个数字有变动", "{n} figures have moved since the preview began"),
  quarter: words("季度", "Quarter"),
  figure: words("指标", "Figure"),
  before: words("原为", "Before"),
  now: words("现为", "Now"),
  rest: words("另有{n}个，npm run diff 可列出全部。", "{n} more; npm run diff lists them all."),
};

/** More are counted, not listed: the preview stays quick. */
const listed = 200;

/** What moved since the site was built last, on top of every page of a live preview. */
export const moved = ({ moved, indicators }: Publication, lang: Lang): Markup | false => {
  if (!moved || moved.revisions.length === 0) return false;
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  // Totals say most.
  const order = ({ by }: Revision): number => Object.keys(by).length;
  const rows = moved.revisions.toSorted((a, b) => order(a) - order(b));
  const table = dataTable(
    [
      { head: say(said.figure, { lang }) },
      { head: say(said.quarter, { lang }) },
      { head: say(said.before, { lang }), number: true },
      { head: say(said.now, { lang }), number: true },
    ],
    rows.slice(0, listed).map((revision) => {
      const { indicator, by, span, quarter, released, now } = revision;
      const own = byId.get(indicator);
      const unit = own?.unit ?? "item";
      const movement = movementSaid(revision, unit, { lang });
      const part =
        Object.keys(by).length > 0 &&
        labelOf({ ...revision, value: null, numerator: null, denominator: null, unit }, { lang });
      return [
        html`${own ? capital(say(own.words, { lang })) : indicator} <span class="base">${part}${span === "year" && (lang === "zh" ? "本年累计" : "year to date")} <code>${indicator}</code></span>`,
        formatQuarter(quarter, lang),
        toldValue(released, unit, { lang }),
        html`${toldValue(now, unit, { lang })}${movement !== null && html`<br><span class="base">${movement}</span>`}`,
      ];
    }),
  );
  const rest = rows.length - listed;
  return html`<details class="moved-figures"><summary>${fill(say(said[moved.since], { lang }), { n: String(rows.length) })}</summary>${table}${rest > 0 && html`<p>${fill(say(said.rest, { lang }), { n: String(rest) })}</p>`}</details>`;
};
