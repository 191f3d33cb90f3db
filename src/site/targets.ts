import Big from "big.js";
import { formatRate, formatValue } from "../format.ts";
import type { PublishedIndicator } from "../publication.ts";
import { words } from "../words.ts";
import { dataTable } from "./chart.ts";
import { type Context, say } from "./context.ts";
import { html, type Markup } from "./markup.ts";

const heads = {
  figure: words("指标", "Figure"),
  target: words("目标", "Target"),
  now: words("现状", "So far"),
  share: words("完成", "Reached"),
};
const elapsed = words("全年时间进度{n}。", "{n} of the year has passed.");

const reached = (value: string | null, target: string): Big | null =>
  value === null || new Big(target).eq(0) ? null : new Big(value).div(target);

/** What the year so far has come to where it adds up, else where the quarter's end stands. */
const standing = (indicator: PublishedIndicator, { edition, quarter }: Context): string | null =>
  (indicator.span === "flow"
    ? edition.total(indicator, quarter.id, "year")
    : edition.total(indicator, quarter.id)
  )?.value ?? null;

/** Every target beside what was reached, the furthest behind first, and how much of the year has passed. */
export const targets = (context: Context): Markup => {
  const { edition, quarter, lang } = context;
  const rows = edition.publication.indicators.flatMap((indicator) => {
    const { target } = indicator;
    if (target === undefined) return [];
    const now = standing(indicator, context);
    const share = reached(now, target);
    return share === null ? [] : [{ indicator, target, now, share }];
  });
  if (rows.length === 0) return html``;
  const passed = formatRate(new Big(quarter.id.slice(-1)).div(4).toFixed(4));
  return html`<p>${say(elapsed, context).replace("{n}", passed)}</p>${dataTable(
    [
      { head: say(heads.figure, context) },
      { head: say(heads.target, context), number: true },
      { head: say(heads.now, context), number: true },
      { head: say(heads.share, context), number: true },
    ],
    rows
      .sort((a, b) => a.share.cmp(b.share))
      .map(({ indicator, target, now, share }) => [
        say(indicator.words, context),
        formatValue(target, indicator.unit, lang),
        formatValue(now, indicator.unit, lang),
        share.lt(1)
          ? html`<strong class="gap">${formatRate(share.toFixed(6))}</strong>`
          : formatRate(share.toFixed(6)),
      ]),
  )}`;
};
