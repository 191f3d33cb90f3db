import { barX, ruleX, text } from "@observablehq/plot";
import Big from "big.js";
import { formatPart, formatRate, formatValue } from "../format.ts";
import type { PublishedIndicator } from "../publication.ts";
import { fill, words } from "../words.ts";
import { draw, ink, textWidth } from "./canvas.ts";
import { dataTable } from "./chart.ts";
import { type Context, capital, say } from "./context.ts";
import { html, type Markup } from "./markup.ts";

const heads = {
  figure: words("指标", "Figure"),
  target: words("目标", "Target"),
  now: words("现状", "So far"),
  share: words("完成", "Reached"),
};
const said = {
  elapsed: words(
    "全年时间进度{n}。按年定的数量目标与时间进度比较，比率和季度目标与目标值比较；差得多的排在前面。",
    "{n} of the year has passed. Amounts set for the year are held against it, rates and quarterly targets against themselves; the furthest behind come first.",
  ),
  behind: words("{n}项落后，{m}项达到或超过进度。", "{n} are behind, {m} on course or ahead."),
  time: words("时间进度", "Time passed"),
  none: words("没有设定目标。", "No targets are set."),
  rest: words("全部{n}项目标", "All {n} targets"),
};

interface Progress {
  readonly indicator: PublishedIndicator;
  readonly target: string;
  readonly quote: string | undefined;
  readonly now: string;
  /** Reached ÷ target. */
  readonly share: Big;
  /** What should have been reached by now: the share of the year that has passed, or the whole. */
  readonly expected: Big;
}

const elapsedOf = ({ quarter }: Context): Big => new Big(quarter.id.slice(-1)).div(4);

const isBehind = ({ share, expected }: Progress): boolean => share.lt(expected);

const progressOf = (indicator: PublishedIndicator, context: Context): Progress[] => {
  const { edition, quarter, lang } = context;
  const set = edition.target(indicator, quarter.id);
  if (set === undefined || new Big(set.target).eq(0)) return [];
  const yearly = set.span === "year" && indicator.span === "flow";
  const figure = edition.total(indicator, quarter.id, yearly ? "year" : "quarter");
  if (!figure || figure.value === null) return [];
  return [
    {
      indicator,
      target: set.target,
      quote: set.quote,
      now: formatPart(figure, "value", indicator.unit, lang),
      share: new Big(figure.value).div(set.target),
      // A rate does not grow with the year, an amount does.
      expected: yearly && indicator.unit !== "rate" ? elapsedOf(context) : new Big(1),
    },
  ];
};

const rowHeight = 40;
/** Beyond this a bar says no more. */
const cap = 1.3;

const picture = (rows: readonly Progress[], context: Context): Markup => {
  const bars = rows.map((row) => ({
    id: row.indicator.id,
    name: capital(say(row.indicator.words, context)),
    place: Math.min(row.share.toNumber(), cap),
    expected: row.expected.toNumber(),
    label: formatRate(row.share.toFixed(6)),
    behind: isBehind(row),
  }));
  const time = elapsedOf(context).toNumber();
  const mark = `${say(said.time, context)} ${formatRate(String(time))}`;
  return draw(
    () => ({
      height: bars.length * rowHeight + 30,
      marginTop: 24,
      marginBottom: 6,
      marginLeft: 2,
      marginRight: Math.max(...bars.map((b) => textWidth(b.label))) + 8,
      x: { domain: [0, Math.max(1, ...bars.map((b) => b.place))], axis: null },
      y: { domain: bars.map((b) => b.id), axis: null, padding: 0 },
      marks: [
        barX(bars, { x1: 0, x2: 1, y: "id", fill: ink.wash, insetTop: 20, insetBottom: 6 }),
        barX(bars, {
          x: "place",
          y: "id",
          fill: (b: (typeof bars)[number]) => (b.behind ? ink.gapEdge : ink.main),
          insetTop: 20,
          insetBottom: 6,
        }),
        ruleX([time], { stroke: ink.text, strokeDasharray: "3 3" }),
        text(bars, {
          x: 0,
          y: "id",
          text: "name",
          textAnchor: "start",
          dy: -9,
          fill: ink.text,
          stroke: "white",
          strokeWidth: 4,
        }),
        text(bars, {
          x: "place",
          y: "id",
          text: "label",
          textAnchor: "start",
          dx: 5,
          dy: 7,
          fill: ink.text,
          stroke: "white",
          strokeWidth: 4,
        }),
        text([mark], {
          x: [time],
          frameAnchor: "top",
          dy: -16,
          textAnchor: time > 0.5 ? "end" : "start",
          fill: ink.text,
        }),
      ],
    }),
    bars.map((b) => `${b.name} ${b.label}`).join("; "),
  );
};

const tableOf = (rows: readonly Progress[], context: Context): Markup =>
  dataTable(
    [
      { head: say(heads.figure, context) },
      { head: say(heads.target, context), number: true },
      { head: say(heads.now, context), number: true },
      { head: say(heads.share, context), number: true },
    ],
    rows.map((row) => [
      html`${capital(say(row.indicator.words, context))}${row.quote && html`<br><q class="base" lang="zh-CN">${row.quote}</q>`}`,
      formatValue(row.target, row.indicator.unit, context.lang),
      row.now,
      isBehind(row)
        ? html`<strong class="gap">${formatRate(row.share.toFixed(6))}</strong>`
        : formatRate(row.share.toFixed(6)),
    ]),
  );

/**
 * Targets beside what was reached, the furthest behind first, and how much of the year has passed.
 * @param top as many as are drawn; all of them are in the table
 */
export const targets = (top: number, context: Context): Markup => {
  const rows = context.edition.publication.indicators
    .flatMap((indicator) => progressOf(indicator, context))
    .sort((a, b) => a.share.minus(a.expected).cmp(b.share.minus(b.expected)));
  if (rows.length === 0) return html`<p class="none">${say(said.none, context)}</p>`;
  const behind = rows.filter(isBehind).length;
  const summary = fill(say(said.behind, context), { n: String(behind), m: String(rows.length - behind) });
  const elapsed = fill(say(said.elapsed, context), { n: formatRate(elapsedOf(context).toFixed(4)) });
  const all = fill(say(said.rest, context), { n: String(rows.length) });
  return html`<p>${summary}${context.lang === "en" && " "}${elapsed}</p><figure class="chart targets">${picture(rows.slice(0, top), context)}</figure><details class="table"${rows.length > top ? "" : html` open`}><summary>${all}</summary>${tableOf(rows, context)}</details>`;
};
