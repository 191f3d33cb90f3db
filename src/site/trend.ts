import { barY, dot, lineY, type Markish, ruleY, text } from "@observablehq/plot";
import type { Figure } from "../figure.ts";
import { axisOf, dash, formatPart, formatQuarter, formatQuarterTick, formatValue } from "../format.ts";
import type { PublishedIndicator } from "../publication.ts";
import { ordinal } from "../quarter.ts";
import { draw, ink } from "./canvas.ts";
import { chart, type Tabular } from "./chart.ts";
import { type Context, capital, say } from "./context.ts";
import type { Markup } from "./markup.ts";
import { division } from "./note.ts";
import { movement } from "./sentence.ts";
import { wording } from "./wording.ts";

/** More quarters than these do not fit a phone's column. */
const most = 8;

interface Point {
  readonly quarter: string;
  readonly value: string;
  readonly place: number;
  readonly isNow: boolean;
}

const amounts = (points: readonly Point[]): Markish[] => [
  barY(points, {
    x: "quarter",
    y: "place",
    fill: (p: Point) => (p.isNow ? ink.main : ink.other),
    insetLeft: 6,
    insetRight: 6,
  }),
  ruleY([0], { stroke: ink.text }),
];

const rates = (points: readonly Point[]): Markish[] => [
  lineY(points, { x: "quarter", y: "place", stroke: ink.other, strokeWidth: 2 }),
  dot(points, { x: "quarter", y: "place", r: (p: Point) => (p.isNow ? 6 : 4), fill: ink.main }),
];

/** A rate's line needs no zero, but room above and below so that small moves do not look large. */
const range = (places: readonly number[], isRate: boolean): [number, number] => {
  const top = Math.max(...places);
  const low = Math.min(...places);
  if (!isRate) return [Math.min(0, low), top === 0 ? 1 : top];
  const slack = Math.max(5, (top - low) / 2);
  return [Math.max(0, low - slack), top + slack / 2];
};

type Told = readonly { readonly id: string; readonly figure: Figure | undefined }[];

const picture = (totals: Told, indicator: PublishedIndicator, context: Context): Markup | undefined => {
  const { lang, quarter, edition } = context;
  const axis = axisOf(indicator.unit, lang);
  const points = totals.flatMap(({ id, figure }) =>
    figure === undefined || figure.value === null
      ? []
      : [{ quarter: id, value: figure.value, place: axis.place(figure.value), isNow: id === quarter.id }],
  );
  if (points.length === 0) return undefined;
  const isRate = indicator.unit === "rate";
  // The same axis in every quarter's report.
  const reach = edition.publication.quarters.flatMap((q) => {
    const value = edition.total(indicator, q.id)?.value ?? null;
    return value === null ? [] : [axis.place(value)];
  });
  const alternative = points.map(
    (p) => `${formatQuarter(p.quarter, lang)} ${formatValue(p.value, indicator.unit, lang)}`,
  );
  return draw(
    () => ({
      height: 190,
      marginTop: 26,
      marginBottom: 40,
      marginLeft: 8,
      marginRight: 8,
      x: {
        type: isRate ? "point" : "band",
        domain: totals.map((t) => t.id),
        label: null,
        tickSize: 0,
        tickFormat: (id: string) => formatQuarterTick(id, lang),
        padding: isRate ? 0.5 : 0.1,
      },
      y: { domain: range(reach, isRate), axis: null },
      marks: [
        ...(isRate ? rates(points) : amounts(points)),
        text(points, {
          x: "quarter",
          y: "place",
          text: (p: Point) => axis.label(p.value),
          dy: isRate ? -14 : -9,
          fill: ink.text,
        }),
      ],
    }),
    `${say(indicator.words, context)}: ${alternative.join("; ")}`,
  );
};

const tableOf = (totals: Told, indicator: PublishedIndicator, context: Context): Tabular => ({
  columns: [
    { head: say(wording.quarter, context) },
    { head: say(wording.value, context), number: true },
    ...(indicator.parts ? [{ head: say(wording.division, context), number: true }] : []),
  ],
  rows: totals.map(({ id, figure }) => [
    formatQuarter(id, context.lang),
    formatPart(figure, "value", indicator.unit, context.lang),
    ...(indicator.parts ? [(figure && division(indicator, figure, context)?.split(" = ")[0]) ?? dash] : []),
  ]),
});

/** An indicator's total over the last quarters, up to the page's own, with the table behind it. */
export const trend = (indicator: PublishedIndicator, context: Context): Markup => {
  const { edition, lang, quarter } = context;
  const totals = edition.publication.quarters
    .filter((q) => ordinal(q.id) <= ordinal(quarter.id))
    .slice(-most)
    .map(({ id }) => ({ id, figure: edition.total(indicator, id) }));
  const name = say(indicator.words, context);
  return chart(
    {
      indicator,
      title: lang === "zh" ? `${name}，按季度` : `${name} by quarter`,
      unit: axisOf(indicator.unit, lang).unit,
      remark: capital(movement(indicator, context)),
      svg: picture(totals, indicator, context),
      table: tableOf(totals, indicator, context),
    },
    context,
  );
};
