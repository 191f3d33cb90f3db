import { barX, type Markish, ruleX, text } from "@observablehq/plot";
import { type Figure, unstated } from "../figure.ts";
import { type Axis, axisOf, dash, formatPart, formatValue } from "../format.ts";
import type { PublishedIndicator } from "../publication.ts";
import { largestFirst } from "../size_order.ts";
import { breakdownTable } from "./breakdown_table.ts";
import { draw, type Form, ink, textWidth, wrapped } from "./canvas.ts";
import { chart } from "./chart.ts";
import { type Context, capital, say } from "./context.ts";
import { extremes, partTarget } from "./extremes.ts";
import { labelOf } from "./label.ts";
import type { Markup } from "./markup.ts";
import { wording } from "./wording.ts";

interface Bar {
  readonly name: string;
  readonly value: string;
  readonly figure: Figure;
}

const rowHeight = 25;
const lineHeight = 13;

/** Names take no more of the width than this: longer ones are broken. */
const nameShare = 0.4;

/** More bars than these do not help: the highest and the lowest are drawn, the table has them all. */
const most = 40;
const ends = 15;

const codeOf = ({ figure }: Bar): string => Object.values(figure.by)[0] ?? "";

const sorted = (figures: readonly Figure[], ordered: boolean, context: Context): Bar[] => {
  const rows = figures.flatMap((figure) =>
    figure.value === null ? [] : [{ name: labelOf(figure, context), value: figure.value, figure }],
  );
  return ordered
    ? rows.sort((a, b) => (codeOf(a) < codeOf(b) ? -1 : 1))
    : largestFirst(rows, ({ value }) => value);
};

const shownOf = (rows: readonly Bar[]): readonly Bar[] =>
  rows.length <= most ? rows : [...rows.slice(0, ends), ...rows.slice(-ends)];

/** Two areas of one name stay two bars. */
const placeOf = (bar: Bar): string => `${bar.name}\u0000${codeOf(bar)}`;

const targetMarks = (target: string, axis: Axis, context: Context): Markish[] => {
  const x = axis.place(target);
  const label = `${say(wording.target, context)} ${axis.label(target)}${axis.unit === "%" ? "%" : ""}`;
  return [
    ruleX([x], { stroke: ink.gapEdge, strokeDasharray: "4 3", strokeWidth: 1.5 }),
    text([label], { x: [x], frameAnchor: "top", dy: -14, textAnchor: "end", fill: ink.gapEdge }),
  ];
};

/** The wide form has room for what was divided: 87.9　29/33家. */
const labelFor =
  (indicator: PublishedIndicator, axis: Axis, form: Form, context: Context) =>
  ({ value, figure }: Bar): string => {
    const { parts } = indicator;
    if (form.name === "narrow" || indicator.unit !== "rate" || !parts) return axis.label(value);
    // Money in English takes more room than there is.
    if (parts.denominator === "yuan" && context.lang === "en") return axis.label(value);
    const bottom = formatPart(figure, "denominator", parts.denominator, context.lang);
    const whole = formatPart(figure, "numerator", parts.numerator, context.lang);
    // 万元 under 亿元 keeps its own.
    const top =
      parts.denominator === "yuan" && whole.slice(-2) !== bottom.slice(-2)
        ? whole
        : whole.replace(/[^\d.,<※]+$/, "");
    return `${axis.label(value)}　${top}/${context.lang === "zh" ? bottom : bottom.replace(/ .*$/, "")}`;
  };

const picture = (
  rows: readonly Bar[],
  dimension: string,
  indicator: PublishedIndicator,
  context: Context,
): Markup => {
  const axis = axisOf(indicator.unit, context.lang);
  const target = partTarget(indicator, context);
  const isShare = indicator.unit === "rate" && indicator.better === "more";
  // Of any quarter: the axis is the same in each, so that two printed reports can be laid side by side.
  const largest = context.edition.largest(indicator, dimension);
  const wholes = [largest, target].flatMap((value) => (value === undefined ? [] : [axis.place(value)]));
  const end = Math.max(indicator.unit === "rate" ? 100 : 1e-9, ...wholes);
  const marginTop = target === undefined ? 4 : 24;
  const first = rows[0] as Bar;
  const last = rows[rows.length - 1] as Bar;
  const alternative = `${say(indicator.words, context)}: ${first.name} ${formatValue(first.value, indicator.unit, context.lang)} … ${last.name} ${formatValue(last.value, indicator.unit, context.lang)}`;
  return draw((form) => {
    const label = labelFor(indicator, axis, form, context);
    const room = form.width * nameShare;
    const names = new Map(rows.map((r) => [placeOf(r), wrapped(capital(r.name), room)]));
    const lines = [...names.values()].map((name) => name.split("\n"));
    const lineCount = Math.max(...lines.map((l) => l.length));
    return {
      height: rows.length * (rowHeight + (lineCount - 1) * lineHeight) + marginTop + 4,
      marginTop,
      marginBottom: 4,
      marginLeft: Math.max(...lines.flat().map(textWidth)) + 10,
      marginRight: Math.max(...rows.map((r) => textWidth(label(r)))) + 10,
      x: { domain: [0, end], axis: null },
      y: {
        domain: rows.map(placeOf),
        label: null,
        tickSize: 0,
        padding: 0.28,
        tickFormat: (place: string) => names.get(place) ?? "",
      },
      marks: [
        isShare
          ? barX(rows, {
              x1: (r: Bar) => Math.min(axis.place(r.value), 100),
              x2: 100,
              y: placeOf,
              fill: ink.gap,
            })
          : undefined,
        barX(rows, { x: (r: Bar) => axis.place(r.value), y: placeOf, fill: ink.main }),
        text(rows, {
          x: isShare ? () => end : (r: Bar) => axis.place(r.value),
          y: placeOf,
          text: label,
          textAnchor: "start",
          dx: 5,
          fill: ink.text,
        }),
        ...(target === undefined ? [] : targetMarks(target, axis, context)),
        ruleX([0], { stroke: ink.text }),
      ],
    };
  }, alternative);
};

/** An indicator by the values of one dimension, largest first, with the target line and the table behind it. */
export const bars = (indicator: PublishedIndicator, dimension: string, context: Context): Markup => {
  const { edition, quarter, lang } = context;
  const figures = edition.breakdown(indicator, quarter.id, dimension);
  const rows = sorted(figures, edition.dimension(dimension).ordered ?? false, context);
  const by = say(edition.dimension(dimension).words, context);
  return chart(
    {
      indicator,
      title:
        lang === "zh" ? `${indicator.words.zh}，按${by}` : `${indicator.words.en} by ${by.toLowerCase()}`,
      unit: axisOf(indicator.unit, lang).unit || dash,
      remark: extremes(
        rows
          // What nobody filled in is no kind of its own that could be ahead or behind.
          .filter((r) => r.figure.label?.zh !== unstated)
          .map((r) => ({ ...r, shown: formatValue(r.value, indicator.unit, lang) })),
        by,
        indicator,
        figures.some(({ hidden }) => hidden?.value !== undefined),
        context,
      ),
      svg: rows.length === 0 ? undefined : picture(shownOf(rows), dimension, indicator, context),
      table: breakdownTable(
        indicator,
        by,
        [...rows.map((r) => r.figure), ...figures.filter((f) => f.value === null)],
        context,
      ),
    },
    context,
  );
};
