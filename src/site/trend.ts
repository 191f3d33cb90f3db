import { barY, dot, lineY, type Markish, ruleY, text } from "@observablehq/plot";
import { axisOf, dash, formatPart, formatQuarter, formatQuarterTick, formatValue } from "../format.ts";
import type { PublishedIndicator } from "../publication.ts";
import { ordinal } from "../quarter.ts";
import { draw, ink } from "./canvas.ts";
import { chart } from "./chart.ts";
import { type Context, say } from "./context.ts";
import type { Markup } from "./markup.ts";
import { division } from "./note.ts";
import { wording } from "./wording.ts";

/** More quarters than these do not fit a phone's column. */
const shown = 8;

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
const range = (points: readonly Point[], isRate: boolean): [number, number] => {
  const places = points.map((p) => p.place);
  const top = Math.max(...places);
  if (!isRate) return [Math.min(0, ...places), top === 0 ? 1 : top];
  const low = Math.min(...places);
  const slack = Math.max(5, (top - low) / 2);
  return [Math.max(0, low - slack), top + slack / 2];
};

/** An indicator's total over the last quarters, up to the page's own, with the table behind it. */
export const trend = (indicator: PublishedIndicator, context: Context): Markup => {
  const { edition, lang, quarter } = context;
  const quarters = edition.publication.quarters
    .filter((q) => ordinal(q.id) <= ordinal(quarter.id))
    .slice(-shown);
  const axis = axisOf(indicator.unit, lang);
  const totals = quarters.map((q) => ({ id: q.id, figure: edition.total(indicator, q.id) }));
  const points = totals.flatMap(({ id, figure }) =>
    figure === undefined || figure.value === null
      ? []
      : [{ quarter: id, value: figure.value, place: axis.place(figure.value), isNow: id === quarter.id }],
  );
  const isRate = indicator.unit === "rate";
  const name = say(indicator.words, context);
  const svg =
    points.length === 0
      ? undefined
      : draw(
          {
            height: 190,
            marginTop: 26,
            marginBottom: 40,
            marginLeft: 8,
            marginRight: 8,
            x: {
              type: isRate ? "point" : "band",
              domain: quarters.map((q) => q.id),
              label: null,
              tickSize: 0,
              tickFormat: (id: string) => formatQuarterTick(id, lang),
              ...(isRate ? { padding: 0.5 } : { padding: 0.1 }),
            },
            y: { domain: range(points, isRate), axis: null },
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
          },
          `${name}: ${points.map((p) => `${formatQuarter(p.quarter, lang)} ${formatValue(p.value, indicator.unit, lang)}`).join("; ")}`,
        );
  const table = {
    columns: [
      { head: say(wording.quarter, context) },
      { head: say(wording.value, context), number: true },
      ...(indicator.parts ? [{ head: say(wording.division, context), number: true }] : []),
    ],
    rows: totals.map(({ id, figure }) => [
      formatQuarter(id, lang),
      formatPart(figure, "value", indicator.unit, lang),
      ...(indicator.parts ? [(figure && division(indicator, figure, context)?.split(" = ")[0]) ?? dash] : []),
    ]),
  };
  const title = lang === "zh" ? `${name}，按季度` : `${name} by quarter`;
  return chart(indicator, title, axis.unit, svg, table, context);
};
