import { barX, type Markish, ruleX, text } from "@observablehq/plot";
import Big from "big.js";
import type { Figure } from "../figure.ts";
import { type Axis, axisOf, dash, formatPart, formatValue } from "../format.ts";
import type { PublishedIndicator } from "../publication.ts";
import { draw, drawingWidth, ink, textWidth } from "./canvas.ts";
import { chart } from "./chart.ts";
import { type Context, say } from "./context.ts";
import { labelOf } from "./label.ts";
import type { Markup } from "./markup.ts";
import { wording } from "./wording.ts";

interface Bar {
  readonly name: string;
  readonly value: string;
  readonly figure: Figure;
}

const rowHeight = 25;

const codeOf = ({ figure }: Bar): string => Object.values(figure.by)[0] ?? "";

const sorted = (figures: readonly Figure[], ordered: boolean, context: Context): Bar[] =>
  figures
    .flatMap((figure) =>
      figure.value === null ? [] : [{ name: labelOf(figure, context), value: figure.value, figure }],
    )
    .sort((a, b) => (ordered ? (codeOf(a) < codeOf(b) ? -1 : 1) : new Big(b.value).cmp(a.value)));

const targetMarks = (target: string, axis: Axis, context: Context): Markish[] => {
  const x = axis.place(target);
  const label = `${say(wording.target, context)} ${axis.label(target)}${axis.unit === "%" ? "%" : ""}`;
  return [
    ruleX([x], { stroke: ink.gapEdge, strokeDasharray: "4 3", strokeWidth: 1.5 }),
    text([label], { x: [x], frameAnchor: "top", dy: -14, textAnchor: "end", fill: ink.gapEdge }),
  ];
};

const picture = (rows: readonly Bar[], indicator: PublishedIndicator, context: Context): Markup => {
  const axis = axisOf(indicator.unit, context.lang);
  const places = rows.map((r) => axis.place(r.value));
  const isShare = indicator.unit === "rate" && indicator.better === "more";
  const wholes = indicator.target === undefined ? places : [...places, axis.place(indicator.target)];
  const end = indicator.unit === "rate" ? Math.max(100, ...wholes) : Math.max(1e-9, ...wholes);
  const marginTop = indicator.target === undefined ? 4 : 24;
  const labels = rows.map((r) => axis.label(r.value));
  const first = rows[0] as Bar;
  const last = rows[rows.length - 1] as Bar;
  const alternative = `${say(indicator.words, context)}: ${first.name} ${formatValue(first.value, indicator.unit, context.lang)} … ${last.name} ${formatValue(last.value, indicator.unit, context.lang)}`;
  return draw(
    {
      height: rows.length * rowHeight + marginTop + 4,
      marginTop,
      marginBottom: 4,
      marginLeft: Math.min(drawingWidth * 0.42, Math.max(...rows.map((r) => textWidth(r.name))) + 10),
      marginRight: Math.max(...labels.map(textWidth)) + 10,
      x: { domain: [0, end], axis: null },
      y: { domain: rows.map((r) => r.name), label: null, tickSize: 0, padding: 0.28 },
      marks: [
        isShare
          ? barX(rows, { x1: (r: Bar) => axis.place(r.value), x2: 100, y: "name", fill: ink.gap })
          : undefined,
        barX(rows, { x: (r: Bar) => axis.place(r.value), y: "name", fill: ink.main }),
        text(rows, {
          x: isShare ? () => end : (r: Bar) => axis.place(r.value),
          y: "name",
          text: (r: Bar) => axis.label(r.value),
          textAnchor: "start",
          dx: 5,
          fill: ink.text,
        }),
        ...(indicator.target === undefined ? [] : targetMarks(indicator.target, axis, context)),
        ruleX([0], { stroke: ink.text }),
      ],
    },
    alternative,
  );
};

/** An indicator by the values of one dimension, largest first, with the target line and the table behind it. */
export const bars = (indicator: PublishedIndicator, dimension: string, context: Context): Markup => {
  const { edition, quarter, lang } = context;
  const figures = edition.breakdown(indicator, quarter.id, dimension);
  const rows = sorted(figures, edition.dimension(dimension).ordered ?? false, context);
  const by = say(edition.dimension(dimension).words, context);
  const title =
    lang === "zh" ? `${indicator.words.zh}，按${by}` : `${indicator.words.en} by ${by.toLowerCase()}`;
  const parts = indicator.parts;
  const cells = (figure: Figure): string[] => [
    formatPart(figure, "value", indicator.unit, lang),
    ...(parts
      ? [
          formatPart(figure, "numerator", parts.numerator, lang),
          formatPart(figure, "denominator", parts.denominator, lang),
        ]
      : []),
  ];
  const total = edition.total(indicator, quarter.id);
  const table = {
    columns: [
      { head: by },
      { head: say(wording.value, context), number: true },
      ...(parts
        ? [
            { head: say(wording.numerator, context), number: true },
            { head: say(wording.denominator, context), number: true },
          ]
        : []),
    ],
    rows: [...rows.map((r) => r.figure), ...figures.filter((f) => f.value === null)].map((f) => [
      labelOf(f, context),
      ...cells(f),
    ]),
    foot: total ? [say(wording.total, context), ...cells(total)] : undefined,
  };
  const svg = rows.length === 0 ? undefined : picture(rows, indicator, context);
  return chart(indicator, title, axisOf(indicator.unit, lang).unit || dash, svg, table, context);
};
