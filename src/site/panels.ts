import { dot, lineY, type PlotOptions, ruleY, text } from "@observablehq/plot";
import type { Figure } from "../figure.ts";
import { axisOf, formatQuarter } from "../format.ts";
import type { PublishedIndicator } from "../publication.ts";
import { ordinal, type Quarter } from "../quarter.ts";
import { draw, type Form, ink, textWidth } from "./canvas.ts";
import type { Context } from "./context.ts";
import type { Markup } from "./markup.ts";

/** One small drawing among its like: a name and its values over the quarters. */
export interface Panel {
  readonly name: string;
  readonly figures: readonly (Figure | undefined)[];
}

/** More quarters than these do not fit a small panel. */
const most = 8;

/** The quarters up to the page's own that panels show. */
export const panelQuarters = ({ edition, quarter }: Context): Quarter[] =>
  edition.publication.quarters.filter((q) => ordinal(q.id) <= ordinal(quarter.id)).slice(-most);

/** From when to when the panels run: they have no axis of their own to say it. */
export const panelSpan = (context: Context): string => {
  const quarters = panelQuarters(context);
  const [first, last] = [quarters[0]?.id ?? context.quarter.id, quarters.at(-1)?.id ?? context.quarter.id];
  const [from, to] = [formatQuarter(first, context.lang), formatQuarter(last, context.lang)];
  if (first === last) return from;
  return context.lang === "zh" ? `${from}至${to}` : `${from} to ${to}`;
};

/** Few panels are given more room. */
const rowHeight = (rows: number): number => (rows < 3 ? 104 : 70);

const shortened = (name: string, room: number): string => {
  let kept = name;
  while (textWidth(kept) > room && kept.length > 2) kept = kept.slice(0, -1);
  return kept === name ? name : `${kept}…`;
};

/**
 * Small multiples: one panel beside the other, all on one axis, so that they may be compared by eye.
 * @param columns panels in a row, by form
 * @param target a line across every panel, as decimal text
 */
export const panels = (
  list: readonly Panel[],
  indicator: PublishedIndicator,
  columns: Readonly<Record<Form["name"], number>>,
  alternative: string,
  context: Context,
): Markup => {
  const axis = axisOf(indicator.unit, context.lang);
  const quarters = panelQuarters(context);
  const last = quarters.at(-1)?.id ?? "";
  const points = list.flatMap((panel, at) =>
    panel.figures.flatMap((figure, i) =>
      figure?.value === undefined || figure.value === null
        ? []
        : [{ at, quarter: quarters[i]?.id ?? "", value: figure.value, place: axis.place(figure.value) }],
    ),
  );
  const top = Math.max(...points.map((p) => p.place), indicator.unit === "rate" ? 100 : 1e-9);
  const floor = indicator.unit === "rate" ? Math.max(0, Math.min(...points.map((p) => p.place)) - 5) : 0;
  const options = (form: Form): PlotOptions => {
    const across = columns[form.name];
    const fx = (p: { at: number }): number => p.at % across;
    const fy = (p: { at: number }): number => Math.floor(p.at / across);
    const rows = Math.ceil(list.length / across);
    const room = form.width / across - 8;
    const titles = list.map((panel, at) => ({ at, name: shortened(panel.name, room) }));
    const lasts = points.filter((p) => p.quarter === last);
    return {
      height: rows * rowHeight(rows) + 8,
      marginTop: 4,
      marginBottom: 4,
      marginLeft: 4,
      marginRight: 34,
      fx: { axis: null, padding: 0.12, domain: Array.from({ length: across }, (_, i) => i) },
      fy: { axis: null, padding: 0.08, domain: Array.from({ length: rows }, (_, i) => i) },
      x: { type: "point", domain: quarters.map((q) => q.id), axis: null },
      y: { domain: [floor, top + (top - floor) * 0.55], axis: null },
      marks: [
        ruleY(
          list.map((_, at) => ({ at })),
          { y: floor, fx, fy, stroke: ink.other },
        ),
        lineY(points, { x: "quarter", y: "place", z: "at", fx, fy, stroke: ink.main, strokeWidth: 1.8 }),
        dot(lasts, { x: "quarter", y: "place", fx, fy, r: 3.2, fill: ink.main }),
        text(lasts, {
          x: "quarter",
          y: "place",
          fx,
          fy,
          text: (p: (typeof lasts)[number]) => axis.label(p.value),
          textAnchor: "start",
          dx: 6,
          fill: ink.text,
          fontWeight: 600,
        }),
        text(titles, {
          fx,
          fy,
          text: "name",
          frameAnchor: "top-left",
          textAnchor: "start",
          lineAnchor: "top",
          fill: ink.text,
        }),
      ],
    };
  };
  return draw(options, alternative);
};
