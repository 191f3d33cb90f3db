import { type PlotOptions, plot } from "@observablehq/plot";
import { html, Markup } from "./markup.ts";
import { paper } from "./paper.ts";
import { unlabelled } from "./unlabelled.ts";

const document = paper();

/** One of the two shapes in which everything is drawn: for a column on a desk, and anew for a phone or a sheet of A4. */
export interface Form {
  readonly name: "wide" | "narrow";
  /** Width in CSS pixels: text is drawn at its own size, never shrunk. */
  readonly width: number;
}

const forms: readonly Form[] = [
  { name: "wide", width: 500 },
  { name: "narrow", width: 350 },
];

export const fontSize = 13;

/** Ink. Dark enough to stay apart in grey; orange and blue stay apart for the colour-blind. */
export const ink = {
  main: "#2f4f6f",
  other: "#a9b8c6",
  wash: "#eef1f4",
  gap: "#f6ddc9",
  gapEdge: "#b4500f",
  text: "#222",
} as const;

/** Room a text takes at `fontSize`: a Chinese character is as wide as it is high, others about half. */
export const textWidth = (text: string): number =>
  [...text].reduce((sum, c) => sum + (c.charCodeAt(0) > 0x2e7f ? fontSize : fontSize * 0.58), 0);

/** A piece that is wider than the room by itself is cut anywhere. */
const cut = (piece: string, room: number): string[] => {
  if (textWidth(piece) <= room) return [piece];
  const parts = [""];
  for (const character of piece) {
    if (textWidth(parts.at(-1) + character) > room) parts.push("");
    parts[parts.length - 1] += character;
  }
  return parts;
};

/**
 * A text broken into lines no wider than `room`: at spaces, and before a bracket or any Chinese character; where there
 * is none of these, anywhere.
 */
export const wrapped = (text: string, room: number): string => {
  if (textWidth(text) <= room) return text;
  const lines = [""];
  const pieces = text.match(/（[^）]*）|[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*|\s+/g) ?? [];
  for (const piece of pieces.flatMap((one) => cut(one, room))) {
    const line = lines.at(-1) as string;
    if (line !== "" && textWidth(line + piece.trimEnd()) > room) lines.push(piece);
    else lines[lines.length - 1] = line + piece;
  }
  return lines.map((line) => line.trim()).join("\n");
};

const drawn = (options: PlotOptions, width: number): Element => {
  const svg = plot({ ...options, width, document, className: "chart", style: { fontSize: `${fontSize}px` } });
  for (const style of svg.querySelectorAll("style")) style.remove();
  return unlabelled(svg);
};

/**
 * Draws with Observable Plot into static SVG, once for each form; the style sheet shows the one that fits.
 * @param options what is drawn, given the form
 * @param alternative the drawing in one sentence, for those who do not see it
 */
export const draw = (options: (form: Form) => PlotOptions, alternative: string): Markup =>
  new Markup(
    forms
      .map((form) => {
        const svg = drawn(options(form), form.width);
        svg.classList.add(form.name);
        svg.setAttribute("role", "img");
        svg.setAttribute("aria-label", alternative);
        return svg.outerHTML;
      })
      .join("\n"),
  );

/**
 * Draws by hand into static SVG, once for each form, where Plot has no such drawing.
 * @param marks what is drawn and how high it is, given the form
 * @param alternative the drawing in one sentence, for those who do not see it
 */
export const sketch = (
  marks: (form: Form) => { readonly svg: Markup; readonly height: number },
  alternative: string,
): Markup =>
  html`${forms.map((form) => {
    const { svg, height } = marks(form);
    return html`<svg class="chart ${form.name}" viewBox="0 0 ${form.width} ${height}" width="${form.width}" height="${height}" font-size="${fontSize}" role="img" aria-label="${alternative}">${svg}</svg>
`;
  })}`;

/** A drawing that repeats what stands beside it in words, and so is silent. */
export const drawSilently = (options: PlotOptions, width: number): Markup => {
  const svg = drawn(options, width);
  svg.setAttribute("aria-hidden", "true");
  return new Markup(svg.outerHTML);
};
