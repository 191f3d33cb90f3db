import { barX, ruleX, text } from "@observablehq/plot";
import Big from "big.js";
import type { Figure } from "../figure.ts";
import { dash, formatPart, formatValue } from "../format.ts";
import type { PublishedIndicator } from "../publication.ts";
import { largestFirst } from "../size_order.ts";
import { fill, words } from "../words.ts";
import { draw, ink, textWidth } from "./canvas.ts";
import { chart } from "./chart.ts";
import { type Context, say } from "./context.ts";
import { labelOf } from "./label.ts";
import type { Markup } from "./markup.ts";

interface Row {
  readonly name: string;
  readonly left: Figure | undefined;
  readonly right: Figure | undefined;
}

const rowHeight = 24;
const most = 30;

const said = {
  title: words("{left}与{right}，按{by}", "{left} and {right} by {by}"),
  lacking: words("{n}个{by}有{left}而没有{right}", "{n} have {left} but no {right}"),
  none: words("有{left}的{by}都有{right}", "wherever there are {left} there are {right}"),
};

/** What a number counts: there are 开班, not 开班数. */
const counted = (name: string): string => name.replace(/数$/, "");

const isPositive = (figure: Figure | undefined): boolean =>
  figure !== undefined && (figure.hidden?.value !== undefined || new Big(figure.value ?? 0).gt(0));

const rowsOf = (
  left: PublishedIndicator,
  right: PublishedIndicator,
  dimension: string,
  context: Context,
): Row[] => {
  const figures = (indicator: PublishedIndicator): Map<string, Figure> =>
    new Map(
      context.edition
        .breakdown(indicator, context.quarter.id, dimension)
        .map((f) => [f.by[dimension] ?? "", f]),
    );
  const [own, other] = [figures(left), figures(right)];
  const rows = [...new Set([...own.keys(), ...other.keys()])]
    .map((value) => ({
      name: labelOf((own.get(value) ?? other.get(value)) as Figure, context),
      left: own.get(value),
      right: other.get(value),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return largestFirst(rows, ({ left }) => left?.value ?? "0");
};

const picture = (
  rows: readonly Row[],
  left: PublishedIndicator,
  right: PublishedIndicator,
  context: Context,
): Markup => {
  const shown = (figure: Figure | undefined, indicator: PublishedIndicator): string =>
    figure ? formatPart(figure, "value", indicator.unit, context.lang) : dash;
  const reach = (side: "left" | "right"): number =>
    Math.max(1e-9, ...rows.map((row) => Number(row[side]?.value ?? 0)));
  const sides = (["left", "right"] as const).flatMap((side) =>
    rows.map((row) => {
      const indicator = side === "left" ? left : right;
      return {
        side,
        name: row.name,
        place: Number(row[side]?.value ?? 0) / reach(side),
        label: shown(row[side], indicator),
      };
    }),
  );
  const heads = [
    { side: "left", words: say(left.words, context) },
    { side: "right", words: say(right.words, context) },
  ];
  return draw(
    (form) => ({
      height: rows.length * rowHeight + 30,
      marginTop: 26,
      marginBottom: 4,
      marginLeft: Math.min(form.width * 0.36, Math.max(...rows.map((r) => textWidth(r.name))) + 10),
      marginRight: 4,
      fx: { axis: null, domain: ["left", "right"], padding: 0.08 },
      // Room for the words at the end of the longest bar.
      x: { domain: [0, form.name === "wide" ? 1.5 : 1.75], axis: null },
      y: { domain: rows.map((r) => r.name), label: null, tickSize: 0, padding: 0.28 },
      marks: [
        barX(sides, {
          fx: "side",
          x: "place",
          y: "name",
          fill: (r: (typeof sides)[number]) => (r.side === "left" ? ink.main : ink.other),
        }),
        text(sides, {
          fx: "side",
          x: "place",
          y: "name",
          text: "label",
          textAnchor: "start",
          dx: 4,
          fill: ink.text,
        }),
        text(heads, {
          fx: "side",
          text: "words",
          frameAnchor: "top-left",
          dy: -20,
          textAnchor: "start",
          lineAnchor: "top",
          fill: ink.text,
          fontWeight: 600,
        }),
        ruleX([0], { stroke: ink.text }),
      ],
    }),
    rows
      .map(
        (r) =>
          `${r.name}: ${formatValue(r.left?.value ?? null, left.unit, context.lang)} / ${formatValue(r.right?.value ?? null, right.unit, context.lang)}`,
      )
      .join("; "),
  );
};

/** Two indicators by one dimension side by side, each on an axis of its own: what is asked for, what is offered. */
export const pair = (
  left: PublishedIndicator,
  right: PublishedIndicator,
  dimension: string,
  context: Context,
): Markup => {
  const { edition, lang } = context;
  const rows = rowsOf(left, right, dimension, context);
  const dimensionWords = say(edition.dimension(dimension).words, context);
  const by = lang === "zh" ? dimensionWords : dimensionWords.toLowerCase();
  const slots = { left: say(left.words, context), right: say(right.words, context), by };
  const things = { left: counted(slots.left), right: counted(slots.right), by };
  const lacking = rows.filter((row) => isPositive(row.left) && !isPositive(row.right)).length;
  const cell = (figure: Figure | undefined, { unit }: PublishedIndicator): string =>
    figure ? formatPart(figure, "value", unit, lang) : dash;
  return chart(
    {
      indicator: left,
      title: fill(say(said.title, context), slots),
      unit: "",
      remark: fill(say(lacking > 0 ? said.lacking : said.none, context), { ...things, n: String(lacking) }),
      svg: rows.length === 0 ? undefined : picture(rows.slice(0, most), left, right, context),
      table: {
        columns: [
          { head: dimensionWords },
          { head: slots.left, number: true },
          { head: slots.right, number: true },
        ],
        rows: rows.map((row) => [row.name, cell(row.left, left), cell(row.right, right)]),
      },
    },
    context,
  );
};
