import { areaY, dot, lineY, type Markish, ruleY, text } from "@observablehq/plot";
import Big from "big.js";
import type { Figure } from "../figure.ts";
import { axisOf, dash, formatPart, formatValue } from "../format.ts";
import type { PublishedIndicator } from "../publication.ts";
import { ordinal, type Quarter } from "../quarter.ts";
import { fill, words } from "../words.ts";
import { draw, type Form, ink } from "./canvas.ts";
import { chart, type Tabular } from "./chart.ts";
import { type Context, say } from "./context.ts";
import { monthName } from "./label.ts";
import type { Markup } from "./markup.ts";
import { wording } from "./wording.ts";

/** The axis along which months are measured. */
const dimension = "month";

/** A month of the twelve up to the quarter's end, beside the same month of the year before. */
interface Month {
  /** `2018-10`. */
  readonly id: string;
  readonly now: Figure | undefined;
  readonly before: Figure | undefined;
}

const said = {
  compared: words(
    "可与上年同月相比的{n}个月中，{up}个月高于上年",
    "Of {n} months that can be compared, {up} are above the same month of the year before",
  ),
  alone: words("上年同月无数据，只画今年", "There are no data for the year before"),
  now: words("近12个月", "Last 12 months"),
  before: words("上年同月", "Year before"),
  month: words("月份", "Month"),
};

const monthsOf = ({ firstDay }: Quarter): string[] => {
  const [year = 0, month = 0] = firstDay.split("-").map(Number);
  return [0, 1, 2].map((i) => {
    const at = year * 12 + month - 1 + i;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
  });
};

const yearBefore = (month: string): string => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;

const twelve = (indicator: PublishedIndicator, { edition, quarter }: Context): Month[] => {
  const byMonth = new Map(
    edition.publication.quarters
      .flatMap((q) => edition.breakdown(indicator, q.id, dimension))
      .map((figure) => [figure.by[dimension] ?? "", figure]),
  );
  return edition.publication.quarters
    .filter((q) => ordinal(q.id) <= ordinal(quarter.id) && ordinal(q.id) > ordinal(quarter.id) - 4)
    .flatMap(monthsOf)
    .map((id) => ({ id, now: byMonth.get(id), before: byMonth.get(yearBefore(id)) }));
};

const valueIn = (figure: Figure | undefined): string | null => figure?.value ?? null;

const remarkOf = (months: readonly Month[], context: Context): string => {
  const pairs = months.flatMap(({ now, before }) => {
    const [a, b] = [valueIn(now), valueIn(before)];
    return a === null || b === null ? [] : [[a, b] as const];
  });
  if (pairs.length === 0) return say(said.alone, context);
  const up = pairs.filter(([a, b]) => new Big(a).gt(b)).length;
  return fill(say(said.compared, context), { n: String(pairs.length), up: String(up) });
};

const picture = (
  months: readonly Month[],
  indicator: PublishedIndicator,
  context: Context,
): Markup | undefined => {
  const axis = axisOf(indicator.unit, context.lang);
  const points = (which: "now" | "before") =>
    months.flatMap((m) => {
      const value = valueIn(m[which]);
      return value === null ? [] : [{ id: m.id, value, place: axis.place(value) }];
    });
  const [now, before] = [points("now"), points("before")];
  const [last] = now.slice(-1);
  if (last === undefined) return undefined;
  const places = [...now, ...before].map((p) => p.place);
  const top = Math.max(...places);
  const isRate = indicator.unit === "rate";
  const floor = isRate ? Math.max(0, Math.min(...places) - Math.max(5, (top - Math.min(...places)) / 2)) : 0;
  const highest = now.reduce((a, b) => (b.place > a.place ? b : a));
  const lowest = now.reduce((a, b) => (b.place < a.place ? b : a));
  // One number per point; a peak beside the last month stands clear of it.
  const beside = now.indexOf(highest) === now.length - 2;
  const clear = (top - floor) / 8;
  const isBelow = (p: (typeof now)[number]): boolean =>
    p === lowest && p !== highest && p.place - floor > clear;
  const written = (some: typeof now, dy: number, textAnchor: "middle" | "end"): Markish =>
    text(some, {
      x: "id",
      y: "place",
      text: (p: (typeof now)[number]) => axis.label(p.value),
      dy,
      dx: textAnchor === "end" ? 8 : 0,
      textAnchor,
      fill: ink.text,
      stroke: "white",
      strokeWidth: 4,
    });
  const labelled = [...new Set([highest, lowest, last])];
  const above = labelled.filter((p) => !isBelow(p));
  const marks: Markish[] = [
    ruleY([floor], { stroke: ink.other }),
    ...(before.length > 0
      ? [
          areaY(before, { x: "id", y1: floor, y2: "place", fill: ink.wash }),
          lineY(before, { x: "id", y: "place", stroke: ink.other, strokeWidth: 1.5, strokeDasharray: "5 3" }),
        ]
      : []),
    lineY(now, { x: "id", y: "place", stroke: ink.main, strokeWidth: 2.2 }),
    dot(now, { x: "id", y: "place", r: 2.5, fill: ink.main }),
    dot([last], { x: "id", y: "place", r: 4.5, fill: ink.main }),
    written(
      above.filter((p) => !(beside && p === highest)),
      -12,
      "middle",
    ),
    written(
      above.filter((p) => beside && p === highest),
      -12,
      "end",
    ),
    written(labelled.filter(isBelow), 14, "middle"),
  ];
  const named = (month: string, form: Form): string =>
    form.name === "wide" || Number(month.slice(5)) % 2 === 0 ? String(Number(month.slice(5))) : "";
  const years = months.filter((m, i) => i === 0 || m.id.endsWith("-01"));
  return draw(
    (form) => ({
      height: 210,
      marginTop: 28,
      marginBottom: 40,
      marginLeft: 24,
      marginRight: 30,
      x: {
        type: "point",
        domain: months.map((m) => m.id),
        label: null,
        tickSize: 0,
        tickFormat: (id: string) =>
          `${named(id, form)}\n${years.some((m) => m.id === id) ? id.slice(0, 4) : ""}`,
      },
      y: { domain: [floor, top === floor ? floor + 1 : top], axis: null },
      marks,
    }),
    `${say(indicator.words, context)}: ${now.map((p) => `${p.id} ${formatValue(p.value, indicator.unit, context.lang)}`).join("; ")}`,
  );
};

const tableOf = (months: readonly Month[], indicator: PublishedIndicator, context: Context): Tabular => {
  const shown = (figure: Figure | undefined): string =>
    figure ? formatPart(figure, "value", indicator.unit, context.lang) : dash;
  return {
    columns: [
      { head: say(said.month, context) },
      { head: say(wording.value, context), number: true },
      { head: say(said.before, context), number: true },
    ],
    rows: months.map(({ id, now, before }) => [monthName(id, context), shown(now), shown(before)]),
  };
};

/** An indicator over the twelve months up to the quarter's end, the same months of the year before behind it. */
export const months = (indicator: PublishedIndicator, context: Context): Markup => {
  const { lang } = context;
  const twelveMonths = twelve(indicator, context);
  const name = say(indicator.words, context);
  return chart(
    {
      indicator,
      title:
        lang === "zh" ? `${name}，近12个月与上年同月` : `${name}, last twelve months against the year before`,
      unit: axisOf(indicator.unit, lang).unit,
      remark: remarkOf(twelveMonths, context),
      svg: picture(twelveMonths, indicator, context),
      table: tableOf(twelveMonths, indicator, context),
    },
    context,
  );
};
