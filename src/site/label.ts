import type { Figure } from "../figure.ts";
import { dash } from "../format.ts";
import { type Context, say } from "./context.ts";

/** What a broken-down figure is about, in the page's language: its label, else the bare value of its dimension. */
export const labelOf = (figure: Figure, context: Pick<Context, "lang">): string =>
  figure.label ? say(figure.label, context) || figure.label.zh : Object.values(figure.by)[0] || dash;
