import { seenThrough } from "../unseen.ts";

/** HTML that is safe to print as it stands. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

export type Printable = Markup | string | number | null | undefined | false | readonly Printable[];

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as HTML text or attribute value; characters that would only steer how it is shown are written out. */
export const escapeHtml = (text: string): string =>
  seenThrough(text).replace(/[&<>"']/g, (c) => entities[c] as string);

const print = (value: Printable): string => {
  if (value === null || value === undefined || value === false) return "";
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(print).join("");
  return escapeHtml(String(value));
};

/** Template tag: everything interpolated is escaped unless it is Markup already. */
export const html = (strings: TemplateStringsArray, ...values: readonly Printable[]): Markup =>
  new Markup(strings.map((s, i) => s + print(values[i])).join(""));
