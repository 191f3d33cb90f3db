import { type Form, fontSize, ink, textWidth } from "./canvas.ts";
import type { Mark } from "./marks.ts";
import { html, type Markup } from "./markup.ts";
import { namePlaces } from "./name_places.ts";

/** A name written where it lies, for finding one's way. */
export interface PlaceName {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

const margin = 22;
const radius = 6;
/** Taller than this leaves no room for the text of a page. */
const tallest = 420;

interface Projection {
  readonly height: number;
  readonly at: (place: { readonly x: number; readonly y: number }) => readonly [number, number];
}

const among = (numbers: readonly number[]): readonly [number, number] => [
  Math.min(...numbers),
  Math.max(...numbers),
];

/** Degrees to the drawing's units; a degree east is shorter than one north by the cosine of the latitude. */
const projection = (
  places: readonly { readonly x: number; readonly y: number }[],
  width: number,
): Projection => {
  const [west, east] = among(places.map((p) => p.x));
  const [south, north] = among(places.map((p) => p.y));
  const narrowing = Math.cos((((north + south) / 2) * Math.PI) / 180);
  const wide = Math.max(1e-6, (east - west) * narrowing);
  const high = Math.max(1e-6, north - south);
  const scale = Math.min((width - 2 * margin) / wide, (tallest - 2 * margin) / high);
  const left = (width - (east - west) * narrowing * scale) / 2;
  return {
    height: Math.ceil((north - south) * scale + 2 * margin),
    at: ({ x, y }) => [left + (x - west) * narrowing * scale, margin + (north - y) * scale],
  };
};

/** A disc that is dark as far as it is full, clockwise from the top; legible without colour. */
const disc = (x: number, y: number, share: number | undefined, title = ""): Markup => {
  const angle = 2 * Math.PI * (share ?? 0);
  const end = `${(x + radius * Math.sin(angle)).toFixed(1)} ${(y - radius * Math.cos(angle)).toFixed(1)}`;
  const [cx, cy] = [x.toFixed(1), y.toFixed(1)];
  const full = share === 1;
  return html`<g><title>${title}</title><circle cx="${cx}" cy="${cy}" r="${radius}" fill="${full ? ink.main : "#fff"}" stroke="${full ? ink.main : ink.gapEdge}" stroke-width="2"${share === undefined && html` stroke-dasharray="2 2"`}/>${
    share !== undefined &&
    share > 0 &&
    !full &&
    html`<path d="M${cx} ${cy}V${(y - radius).toFixed(1)}A${radius} ${radius} 0 ${share > 0.5 ? 1 : 0} 1 ${end}Z" fill="${ink.main}"/>`
  }</g>`;
};

/** What the signs mean, for those that occur. */
const key = (marks: readonly Mark[], top: number, words: (share: number | undefined) => string): Markup => {
  const kinds = [1, 0.5, 0, undefined].filter((kind) =>
    marks.some(({ share }) =>
      kind === 0.5 ? share !== undefined && share > 0 && share < 1 : share === kind,
    ),
  );
  let left = radius + 2;
  return html`${kinds.map((kind) => {
    const text = words(kind);
    const drawn = html`${disc(left, top, kind, text)}<text x="${(left + radius + 5).toFixed(1)}" y="${top + 4.5}" fill="${ink.text}">${text}</text>`;
    left += textWidth(text) + 2 * radius + 22;
    return drawn;
  })}`;
};

/** A disc per place where it lies, as full as its value, among the names of a wider division, with a key below. */
export const dotMap = (
  marks: readonly Mark[],
  names: readonly PlaceName[],
  words: (share: number | undefined) => string,
  titleOf: (mark: Mark) => string,
  { width }: Form,
): { readonly svg: Markup; readonly height: number } => {
  const { height, at } = projection([...marks, ...names], width);
  // The emptiest are drawn last: they are what the reader looks for.
  const drawn = [...marks].sort((a, b) => (b.share ?? 0) - (a.share ?? 0));
  const written = namePlaces(
    names.map((place) => ({ name: place.name, at: at(place) })),
    marks.map(at),
    radius + 2,
    { width, height },
  );
  return {
    svg: html`<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" fill="none" stroke="${ink.other}"/>
${drawn.map((mark) => disc(...at(mark), mark.share, titleOf(mark)))}
${names.map(({ name }, i) => {
  const [x, y] = written[i] as readonly [number, number];
  return html`<text x="${x.toFixed(1)}" y="${(y + fontSize / 3).toFixed(1)}" text-anchor="middle" fill="${ink.text}" font-weight="600">${name}</text>`;
})}
${key(marks, height + 16, words)}`,
    height: height + 28,
  };
};
