import { type PlotOptions, plot } from "@observablehq/plot";
import { JSDOM } from "jsdom";
import { Markup } from "./markup.ts";
import { unlabelled } from "./unlabelled.ts";

const { document } = new JSDOM("").window;

/** Width of a drawing in its own units: a phone's column, so that text stays legible there. */
export const drawingWidth = 400;
export const fontSize = 13;

/** Ink. Dark enough to stay apart in grey; orange and blue stay apart for the colour-blind. */
export const ink = {
  main: "#2f4f6f",
  other: "#a9b8c6",
  gap: "#f6ddc9",
  gapEdge: "#b4500f",
  text: "#222",
} as const;

/** Room a text takes at `fontSize`: a Chinese character is as wide as it is high, others about half. */
export const textWidth = (text: string): number =>
  [...text].reduce((sum, c) => sum + (c.charCodeAt(0) > 0x2e7f ? fontSize : fontSize * 0.58), 0);

/**
 * Draws with Observable Plot into static SVG.
 * @param alternative the drawing in one sentence, for those who do not see it
 */
export const draw = (options: PlotOptions, alternative: string): Markup => {
  const svg = plot({
    ...options,
    width: drawingWidth,
    document,
    className: "chart",
    style: { fontSize: `${fontSize}px` },
  });
  for (const style of svg.querySelectorAll("style")) style.remove();
  unlabelled(svg);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", alternative);
  return new Markup(svg.outerHTML);
};
