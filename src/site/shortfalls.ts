import Big from "big.js";
import { shortfall } from "../change.ts";
import { formatRate, formatValue } from "../format.ts";
import type { PublishedGap, PublishedIndicator } from "../publication.ts";
import { fill, words } from "../words.ts";
import { type Context, capital, say } from "./context.ts";
import { widestGaps } from "./gaps.ts";
import { html, type Markup } from "./markup.ts";
import { wording } from "./wording.ts";

const said = {
  of: words("应有{due}，占{share}", "{share} of {due}"),
  most: words("主要在：{places}", "mostly: {places}"),
  rest: words("其余{n}项缺口", "{n} more gaps"),
  who: words("由{who}补上", "to be closed by {who}"),
};

interface Shortfall {
  readonly gap: PublishedGap;
  readonly indicator: PublishedIndicator;
  readonly lacking: Big;
  readonly due: string;
  readonly share: Big;
}

const shortfallsOf = ({ edition, quarter }: Context): Shortfall[] =>
  edition.publication.gaps
    .flatMap((gap) => {
      const indicator = edition.indicator(gap.of);
      const figure = edition.total(indicator, quarter.id);
      const lacking = figure ? shortfall(figure.numerator, figure.denominator) : null;
      if (!figure?.denominator || lacking === null || !new Big(lacking).gt(0)) return [];
      return [
        {
          gap,
          indicator,
          lacking: new Big(lacking),
          due: figure.denominator,
          share: new Big(lacking).div(figure.denominator),
        },
      ];
    })
    .sort((a, b) => b.share.cmp(a.share));

const item = ({ gap, indicator, lacking, due, share }: Shortfall, context: Context): Markup => {
  const { lang } = context;
  const unit = indicator.parts?.denominator ?? indicator.unit;
  const where = gap.by === undefined ? "" : widestGaps(indicator, gap.by, 3, context);
  const details = [
    fill(say(said.of, context), { due: formatValue(due, unit, lang), share: formatRate(share.toFixed(6)) }),
    ...(where === "" ? [] : [fill(say(said.most, context), { places: where })]),
    ...(gap.who === undefined ? [] : [fill(say(said.who, context), { who: say(gap.who, context) })]),
  ];
  return html`<li><a href="./${gap.page}#gap-${gap.id}">${capital(say(gap.words, context))}</a> <strong class="gap">${formatValue(lacking.toFixed(), unit, lang)}</strong><span class="base">${details.join(lang === "zh" ? "；" : "; ")}</span></li>`;
};

/** As many as a reader takes in; the others are folded. */
const open = 6;

/**
 * Every gap of the quarter: how many, of how many, where mostly, who can close it; linked to its list. Those behind the
 * headline figures come first, then the largest share.
 */
export const shortfalls = (context: Context): Markup => {
  const leads = (one: Shortfall): number =>
    Number(!context.edition.publication.headlines.includes(one.gap.of));
  const found = shortfallsOf(context).sort((a, b) => leads(a) - leads(b));
  if (found.length === 0) return html`<p class="none">${say(wording.noGap, context)}</p>`;
  const items = (some: readonly Shortfall[], start: number): Markup =>
    html`<ol class="shortfalls" start="${start}">${some.map((one) => item(one, context))}</ol>`;
  const rest = found.slice(open);
  return html`${items(found.slice(0, open), 1)}${
    rest.length > 0 &&
    html`<details class="rest"><summary>${fill(say(said.rest, context), { n: String(rest.length) })}</summary>${items(rest, open + 1)}</details>`
  }`;
};
