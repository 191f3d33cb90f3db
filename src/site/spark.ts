import { dot, lineY } from "@observablehq/plot";
import { axisOf } from "../format.ts";
import type { PublishedIndicator } from "../publication.ts";
import { drawSilently, ink } from "./canvas.ts";
import type { Context } from "./context.ts";
import { html, type Markup } from "./markup.ts";
import { panelQuarters } from "./panels.ts";

/** An indicator's course over the last quarters as a small line; it repeats what stands beside it, and is silent. */
export const spark = (indicator: PublishedIndicator, context: Context): Markup => {
  const axis = axisOf(indicator.unit, context.lang);
  const points = panelQuarters(context).flatMap(({ id }, i) => {
    const value = context.edition.total(indicator, id)?.value ?? null;
    return value === null ? [] : [{ i, place: axis.place(value) }];
  });
  if (points.length < 2) return html``;
  return drawSilently(
    {
      height: 28,
      margin: 4,
      x: { axis: null },
      y: { axis: null },
      marks: [
        lineY(points, { x: "i", y: "place", stroke: ink.other, strokeWidth: 1.8 }),
        dot(points.slice(-1), { x: "i", y: "place", r: 3, fill: ink.main }),
      ],
    },
    92,
  );
};
