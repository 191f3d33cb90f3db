import Big from "big.js";
import type { Figure } from "../figure.ts";
import { axisOf, dash, formatPart, formatQuarter, formatValue } from "../format.ts";
import type { PublishedIndicator } from "../publication.ts";
import { smallestFirst } from "../size_order.ts";
import { fill, words } from "../words.ts";
import { chart, type Tabular } from "./chart.ts";
import { type Context, say } from "./context.ts";
import { labelOf } from "./label.ts";
import type { Markup } from "./markup.ts";
import { type Panel, panelQuarters, panelSpan, panels } from "./panels.ts";

/** More panels than these are not looked at one by one; the table has them all. */
const most = 24;

const said = {
  fell: words(
    "{span}，从低到高排列；与上季度相比，{down}个下降、{up}个上升",
    "{span}, lowest first; against the quarter before, {down} fell and {up} rose",
  ),
  first: words("{span}，从低到高排列", "{span}, lowest first"),
  rest: words("，其余{n}个见数据表", "; {n} more are in the table"),
};

interface Series extends Panel {
  readonly now: string | null;
  readonly before: string | null;
}

const seriesOf = (indicator: PublishedIndicator, dimension: string, context: Context): Series[] => {
  const { edition, quarter } = context;
  const quarters = panelQuarters(context);
  const byQuarter = quarters.map(
    (q) =>
      new Map(edition.breakdown(indicator, q.id, dimension).map((f) => [f.by[dimension] ?? "", f] as const)),
  );
  const now = byQuarter.at(-1) ?? new Map<string, Figure>();
  const series = [...now].map(([value, figure]) => {
    const figures = byQuarter.map((own) => own.get(value));
    const before = quarters.at(-2)?.id === quarter.previous ? figures.at(-2) : undefined;
    return { name: labelOf(figure, context), figures, now: figure.value, before: before?.value ?? null };
  });
  return smallestFirst(series, ({ now }) => now ?? "0");
};

const remarkOf = (series: readonly Series[], context: Context): string => {
  const moves = series.flatMap(({ now, before }) =>
    now === null || before === null ? [] : [new Big(now).cmp(before)],
  );
  const span = panelSpan(context);
  const told =
    moves.length === 0
      ? fill(say(said.first, context), { span })
      : fill(say(said.fell, context), {
          span,
          down: String(moves.filter((move) => move < 0).length),
          up: String(moves.filter((move) => move > 0).length),
        });
  return series.length > most
    ? told + fill(say(said.rest, context), { n: String(series.length - most) })
    : told;
};

const tableOf = (
  series: readonly Series[],
  by: string,
  indicator: PublishedIndicator,
  context: Context,
): Tabular => ({
  columns: [
    { head: by },
    ...panelQuarters(context).map((q) => ({ head: formatQuarter(q.id, context.lang), number: true })),
  ],
  rows: series.map(({ name, figures }) => [
    name,
    ...figures.map((figure) => (figure ? formatPart(figure, "value", indicator.unit, context.lang) : dash)),
  ]),
});

/** An indicator over the quarters, one small panel for each value of a dimension, the lowest first. */
export const multiples = (indicator: PublishedIndicator, dimension: string, context: Context): Markup => {
  const { edition, lang } = context;
  const by = say(edition.dimension(dimension).words, context);
  const series = seriesOf(indicator, dimension, context);
  const shown = series.slice(0, most);
  const name = say(indicator.words, context);
  const alternative = `${name}: ${shown.map((s) => `${s.name} ${formatValue(s.now, indicator.unit, lang)}`).join("; ")}`;
  return chart(
    {
      indicator,
      title: lang === "zh" ? `${name}，各${by}历季` : `${name}, quarter by quarter, by ${by.toLowerCase()}`,
      unit: axisOf(indicator.unit, lang).unit,
      remark: remarkOf(series, context),
      svg:
        series.every((s) => s.now === null) || series.length === 0
          ? undefined
          : panels(shown, indicator, { wide: 4, narrow: 2 }, alternative, context),
      table: tableOf(series, by, indicator, context),
    },
    context,
  );
};
