import Big from "big.js";
import { shortfall } from "../change.ts";
import type { Figure } from "../figure.ts";
import { dash, formatValue } from "../format.ts";
import type { PublishedIndicator } from "../publication.ts";
import { largestFirst } from "../size_order.ts";
import { type Lang, type Words, words } from "../words.ts";
import { dataTable } from "./chart.ts";
import { type Context, say } from "./context.ts";
import { labelOf } from "./label.ts";
import { html, type Markup, type Printable } from "./markup.ts";
import { Missing } from "./page_error.ts";
import { wording } from "./wording.ts";

/** One value of a dimension and how many it lacks. */
export interface Gap {
  readonly name: string;
  readonly lacking: string;
  readonly figure: Figure;
}

/** Where an indicator's numerator falls short of its denominator, widest first. @throws Missing for a plain volume */
export const gapsOf = (indicator: PublishedIndicator, dimension: string, context: Context): Gap[] => {
  if (!indicator.parts)
    throw new Missing(
      words(
        `指标“${indicator.id}”没有分母，谈不上缺口`,
        `indicator "${indicator.id}" has no denominator, so no gap`,
      ),
    );
  const gaps = context.edition.breakdown(indicator, context.quarter.id, dimension).flatMap((figure) => {
    const lacking = shortfall(figure.numerator, figure.denominator);
    return lacking === null || new Big(lacking).lte(0)
      ? []
      : [{ name: labelOf(figure, context), lacking, figure }];
  });
  return largestFirst(gaps, ({ lacking }) => lacking);
};

/** True where something was due at all: nothing out of nothing is no data, not the absence of a gap. */
const isMeasured = (indicator: PublishedIndicator, { edition, quarter }: Context): boolean => {
  const due = edition.total(indicator, quarter.id)?.denominator ?? null;
  return due !== null && !new Big(due).eq(0);
};

/** The widest gaps in words: 马鞍街道12家、钱清街道9家. */
export const widestGaps = (
  indicator: PublishedIndicator,
  dimension: string,
  top: number,
  context: Context,
): string => {
  const gaps = gapsOf(indicator, dimension, context).slice(0, top);
  const unit = indicator.parts?.denominator ?? indicator.unit;
  if (!isMeasured(indicator, context)) return context.lang === "zh" ? "本季度无数据" : "no data this quarter";
  if (gaps.length === 0) return context.lang === "zh" ? "无" : "none";
  // One each: the names say it all.
  if (gaps.every(({ lacking }) => new Big(lacking).eq(1)))
    return gaps.map(({ name }) => name).join(context.lang === "zh" ? "、" : ", ");
  return gaps
    .map((g) => {
      const lacking = formatValue(g.lacking, unit, context.lang);
      return context.lang === "zh" ? `${g.name}${lacking}` : `${g.name} (${lacking})`;
    })
    .join(context.lang === "zh" ? "、" : ", ");
};

/** Says that nothing is missing, or that nothing was measured. */
export const noGap = (title: Words, indicator: PublishedIndicator, context: Context): Markup => {
  const none = isMeasured(indicator, context) ? wording.noGap : wording.noData;
  return html`<div class="gaps"><p class="caption">${say(title, context)}</p><p class="none">${say(none, context)}</p></div>`;
};

/** More rows than these are added up in one, so that a brief of many townships stays a brief. */
const listed = 20;

const restOf = (gaps: readonly Gap[], shown: (value: string) => string, lang: Lang): Printable[] => {
  const sum = (pick: (gap: Gap) => string | null): string =>
    gaps.reduce((all, gap) => all.plus(pick(gap) ?? 0), new Big(0)).toFixed();
  return [
    lang === "zh" ? `其余${gaps.length}个` : `${gaps.length} others`,
    shown(sum((gap) => gap.figure.denominator)),
    shown(sum((gap) => gap.figure.numerator)),
    html`<strong class="gap">${shown(sum((gap) => gap.lacking))}</strong>`,
  ];
};

/** Whether a gap shows as counts, so that somebody may ask for the names behind them. */
export const isCounted = (indicator: PublishedIndicator, dimension: string, context: Context): boolean => {
  const gaps = gapsOf(indicator, dimension, context);
  return gaps.some(({ figure }) => figure.denominator !== "1");
};

/** Where everything due is one of its kind, the names of what is missing say more than a column of ones. */
const namedGaps = (
  gaps: readonly Gap[],
  shown: (value: string) => string,
  title: Words,
  context: Context,
): Markup =>
  html`<div class="gaps"><p class="caption">${say(title, context)} <strong class="gap">${shown(String(gaps.length))}</strong></p><p>${gaps.map(({ name }) => name).join(context.lang === "zh" ? "、" : ", ")}</p></div>`;

const ownTitle = (indicator: PublishedIndicator, dimension: string, { edition }: Context): Words => {
  const by = edition.dimension(dimension).words;
  return words(
    `${indicator.words.zh}的缺口，按${by.zh}`,
    `${indicator.words.en}: gap by ${by.en.toLowerCase()}`,
  );
};

/** What the rows leave out of the total, where it is known to lack nothing: with it the columns add up. */
const withoutGap = (
  gaps: readonly Gap[],
  total: Figure | undefined,
  shown: (value: string) => string,
  lang: Lang,
): Printable[] | undefined => {
  if (!total?.denominator || !total.numerator) return undefined;
  const left = (part: "numerator" | "denominator"): Big =>
    gaps.reduce((rest, { figure }) => rest.minus(figure[part] ?? 0), new Big(total[part] ?? 0));
  const [due, done] = [left("denominator"), left("numerator")];
  if (!due.gt(0) || !due.eq(done)) return undefined;
  return [
    lang === "zh" ? "其余（无缺口）" : "the others (no gap)",
    shown(due.toFixed()),
    shown(done.toFixed()),
    dash,
  ];
};

/**
 * Counts of what is missing by the values of a dimension; those without a gap are left out.
 * @param title what is missing; the indicator's own words by default
 */
export const gapTable = (
  indicator: PublishedIndicator,
  dimension: string,
  context: Context,
  title: Words = ownTitle(indicator, dimension, context),
): Markup => {
  const { edition, quarter, lang } = context;
  const gaps = gapsOf(indicator, dimension, context);
  if (gaps.length === 0) return noGap(title, indicator, context);
  const unit = indicator.parts?.denominator ?? indicator.unit;
  const shown = (value: string | null): string => formatValue(value, unit, lang);
  if (gaps.every(({ figure }) => figure.denominator === "1")) return namedGaps(gaps, shown, title, context);
  const total = edition.total(indicator, quarter.id);
  const by = say(edition.dimension(dimension).words, context);
  const others = withoutGap(gaps, total, shown, lang);
  return html`<div class="gaps" data-indicator="${indicator.id}"><p class="caption">${say(title, context)}</p>${dataTable(
    [
      { head: by },
      { head: say(wording.due, context), number: true },
      { head: say(wording.done, context), number: true },
      { head: say(wording.gap, context), number: true },
    ],
    [
      ...gaps
        .slice(0, listed)
        .map((g) => [
          g.name,
          shown(g.figure.denominator),
          shown(g.figure.numerator),
          html`<strong class="gap">${shown(g.lacking)}</strong>`,
        ]),
      ...(gaps.length > listed ? [restOf(gaps.slice(listed), shown, lang)] : []),
      ...(others ? [others] : []),
    ],
    total && [
      say(wording.total, context),
      shown(total.denominator),
      shown(total.numerator),
      html`<strong class="gap">${shown(shortfall(total.numerator, total.denominator))}</strong>`,
    ],
  )}</div>`;
};
