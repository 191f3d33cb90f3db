import { axisOf, dash, formatPart, formatQuarter, formatValue } from "../format.ts";
import type { PublishedIndicator } from "../publication.ts";
import { fill, words } from "../words.ts";
import { textWidth } from "./canvas.ts";
import { chart } from "./chart.ts";
import { type Context, say } from "./context.ts";
import type { Markup } from "./markup.ts";
import { Missing } from "./page_error.ts";
import { panelQuarters, panelSpan, panels } from "./panels.ts";
import { wording } from "./wording.ts";

const remark = words(
  "{span}，各项分列、纵轴相同，不相加",
  "{span}, apart and on one axis; they are not to be added",
);

/** Wider names run into each other where three panels stand in a row. */
const longName = 140;

/**
 * Several indicators of one unit, each in a panel of its own on a common axis: amounts that must not be added up.
 * @throws Missing where their units differ
 */
export const beside = (indicators: readonly PublishedIndicator[], context: Context): Markup => {
  const { edition, lang } = context;
  const [first] = indicators;
  if (first === undefined || indicators.some(({ unit }) => unit !== first.unit))
    throw new Missing(
      words(
        "并列的指标单位不同，不能画在同一坐标上",
        "the indicators differ in their units and cannot share an axis",
      ),
    );
  const quarters = panelQuarters(context);
  const list = indicators.map((indicator) => ({
    name: say(indicator.words, context),
    figures: quarters.map((q) => edition.total(indicator, q.id)),
  }));
  const widest = Math.max(...list.map(({ name }) => textWidth(name)));
  const last = (figures: (typeof list)[number]["figures"]): string =>
    formatValue(figures.at(-1)?.value ?? null, first.unit, lang);
  return chart(
    {
      indicator: first,
      title: list.map(({ name }) => name).join(lang === "zh" ? "、" : ", "),
      unit: axisOf(first.unit, lang).unit,
      remark: fill(say(remark, context), { span: panelSpan(context) }),
      svg: list.every(({ figures }) => figures.every((f) => (f?.value ?? null) === null))
        ? undefined
        : panels(
            list,
            first,
            { wide: Math.min(indicators.length, widest > longName ? 2 : 3), narrow: 1 },
            list.map(({ name, figures }) => `${name} ${last(figures)}`).join("; "),
            context,
          ),
      table: {
        columns: [
          { head: say(wording.quarter, context) },
          ...list.map(({ name }) => ({ head: name, number: true })),
        ],
        rows: quarters.map((q, i) => [
          formatQuarter(q.id, lang),
          ...list.map(({ figures }) => {
            const figure = figures[i];
            return figure ? formatPart(figure, "value", first.unit, lang) : dash;
          }),
        ]),
      },
    },
    context,
  );
};
