import { formatPart } from "../format.ts";
import type { PublishedIndicator } from "../publication.ts";
import { type Form, fontSize, ink, textWidth } from "./canvas.ts";
import type { Context } from "./context.ts";
import type { Mark } from "./marks.ts";
import { html, type Markup } from "./markup.ts";

const gap = 6;
const height = 58;
const padding = 7;

/** Rows of tiles as the places lie: the northernmost fill the first row, and each row runs from west to east. */
export const tilesOf = (marks: readonly Mark[], perRow: number): Mark[][] => {
  const rows = Math.ceil(marks.length / perRow);
  return Array.from({ length: rows }, (_, row) =>
    // Rows as even as can be: 8 in three rows are 3, 3 and 2.
    marks
      .slice(Math.ceil((marks.length * row) / rows), Math.ceil((marks.length * (row + 1)) / rows))
      .sort((a, b) => a.x - b.x),
  );
};

/** A tile per place with its name, its value and a bar as full as the value. */
export const tileMap = (
  marks: readonly Mark[],
  indicator: PublishedIndicator,
  { width: drawingWidth }: Form,
  context: Context,
): { readonly svg: Markup; readonly height: number } => {
  const widest = Math.max(...marks.map(({ name }) => textWidth(name))) + 2 * padding;
  const perRow = Math.max(1, Math.min(Math.ceil(Math.sqrt(marks.length)), Math.floor(drawingWidth / widest)));
  const rows = tilesOf(marks, perRow);
  const width = (drawingWidth - gap * (perRow - 1)) / perRow;
  const tile = ({ name, figure, share }: Mark, row: number, at: number, inRow: number): Markup => {
    const left = (drawingWidth - inRow * width - (inRow - 1) * gap) / 2 + at * (width + gap);
    const top = row * (height + gap);
    const room = width - 2 * padding;
    return html`<g transform="translate(${left.toFixed(1)},${top})">
<rect width="${width.toFixed(1)}" height="${height}" fill="none" stroke="${ink.other}"/>
<text x="${padding}" y="${padding + fontSize - 2}" fill="${ink.text}">${name}</text>
<text x="${padding}" y="${padding + 2 * fontSize + 3}" fill="${ink.text}" font-weight="600">${formatPart(figure, "value", indicator.unit, context.lang)}</text>
${
  share !== undefined &&
  html`<rect x="${padding}" y="${height - 12}" width="${room.toFixed(1)}" height="6" fill="${ink.gap}" stroke="${ink.main}" stroke-width="0.7"/>
<rect x="${padding}" y="${height - 12}" width="${(room * share).toFixed(1)}" height="6" fill="${ink.main}"/>`
}</g>`;
  };
  return {
    svg: html`${rows.map((row, i) => row.map((mark, at) => tile(mark, i, at, row.length)))}`,
    height: rows.length * (height + gap) - gap + 1,
  };
};
