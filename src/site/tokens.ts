import type MarkdownIt from "markdown-it";
import { seenThrough } from "../unseen.ts";
import { type Lang, words } from "../words.ts";
import { type Context, langOf } from "./context.ts";
import type { Edition } from "./edition.ts";
import { html, Markup } from "./markup.ts";
import { Closed, Missing, PageError } from "./page_error.ts";
import { type Answers, drawingSlot, phraseSlot } from "./slots.ts";
import { type Arguments, drawings, phrases, valueIn } from "./verbs.ts";

/** What Framework hands every rule: the page's path and the parameters in it. */
export interface Page {
  readonly path?: string;
  readonly params?: Readonly<Record<string, string>>;
}

/** A page of the site as a rule would be handed it. @param file like `en/2018Q4/visits.html` */
export const pageOf = (file: string): Page => {
  const quarter = /(?:^|\/)(\d{4}Q[1-4])\//.exec(file)?.[1];
  return { path: `/${file.replace(/\.html$/, "")}`, ...(quarter !== undefined && { params: { quarter } }) };
};

const token = /^\{\{\s*([^{}]*?)\s*\}\}/;

/** Reads the inside of `{{…}}`. */
export const readToken = (inside: string): Arguments => {
  const [verb = "", ...rest] = inside.split(/\s+/);
  const pairs = rest
    .filter((word) => word.includes("="))
    .map((word) => word.split("=", 2) as [string, string]);
  return { verb, name: rest.find((word) => !word.includes("=")), options: Object.fromEntries(pairs) };
};

const isDrawing = (verb: string): boolean => Object.hasOwn(drawings, verb);

const contextOf = (edition: Edition, { path = "/", params }: Page): Context => ({
  edition,
  lang: langOf(path),
  quarter: params?.quarter === undefined ? edition.latest : edition.quarter(params.quarter),
});

const phrase = (args: Arguments, context: Context): string => {
  if (isDrawing(args.verb))
    throw new Missing(
      words(`“{{${args.verb} …}}”要单独占一行`, `"{{${args.verb} …}}" must stand on a line of its own`),
    );
  if (Object.hasOwn(phrases, args.verb))
    return (phrases[args.verb] as (typeof phrases)[string])(args, context);
  if (args.name !== undefined)
    throw new Missing(words(`不认识记号“${args.verb}”`, `unknown token "${args.verb}"`));
  return valueIn(args.verb, context);
};

/** A drawing, or what stands in its place where the audience may not have it. */
const drawing = (args: Arguments, context: Context): Markup => {
  try {
    return (drawings[args.verb] as (typeof drawings)[string])(args, context);
  } catch (error) {
    if (error instanceof Closed) return html`<p class="none">${error.words[context.lang]}</p>`;
    throw error;
  }
};

/** Charts stand side by side. */
const charts = ["bars", "trend", "months", "multiples", "beside", "pair", "map"];
const row = (verb: string): string => (charts.includes(verb) ? "charts" : verb);

/** The inside of a drawing's token that stands alone on a line. */
const drawingOn = (line: string): string | undefined => {
  const match = token.exec(line);
  if (match?.[0].length !== line.length) return undefined;
  return isDrawing(readToken(match[1] as string).verb) ? match[1] : undefined;
};

/** The groups of drawings in a page's Markdown: lines of their own, of one row, without another between them. */
export const drawingsIn = (source: string): string[][] => {
  const groups: string[][] = [];
  let last: string | undefined;
  for (const line of source.split("\n")) {
    const inside = drawingOn(line.trim());
    const own = inside && row(readToken(inside).verb);
    if (inside && own === last) groups.at(-1)?.push(inside);
    else if (inside) groups.push([inside]);
    last = own;
  }
  return groups;
};

/** Neighbouring drawings of one kind share a grid. */
const group = (kind: string, drawn: readonly Markup[]): Markup =>
  kind === "card"
    ? html`<div class="cards">${drawn}</div>`
    : kind === "charts"
      ? html`<div class="charts">${drawn}</div>`
      : html`${drawn}`;

/** What tokens on a page say, and in which words an error is told. */
export const answersTo = (edition: () => Edition, page: Page, lang: Lang): Answers => {
  const answer = <T>(ask: (context: Context) => T): T => {
    try {
      return ask(contextOf(edition(), page));
    } catch (error) {
      throw error instanceof Missing ? new PageError(page.path ?? "/", error.words, lang) : error;
    }
  };
  return {
    phrase: (inside) => answer((context) => seenThrough(phrase(readToken(inside), context))),
    drawings: (insides) => {
      const all = insides.map(readToken);
      const drawn = all.map((args) => answer((context) => drawing(args, context)));
      return group(row(all[0]?.verb ?? ""), drawn).text;
    },
  };
};

/** What stands in a page where its tokens are answered later, quarter by quarter. */
export const slots: Answers = { phrase: phraseSlot, drawings: drawingSlot };

/**
 * The markdown-it rule for `{{…}}`: text within prose, drawings on lines of their own.
 * @param edition where figures come from, asked anew for every page
 * @param later what stands in the page instead of answers; without it they are given at once
 * @throws PageError from the page's rendering when a token names something that was not published
 */
export const tokens =
  (edition: () => Edition, lang: Lang = "zh", later?: Answers) =>
  (md: MarkdownIt): void => {
    const answers = (page: Page): Answers => later ?? answersTo(edition, page, lang);

    md.inline.ruler.before("text", "figure_token", (state, silent) => {
      const match = token.exec(state.src.slice(state.pos));
      if (!match) return false;
      const inside = match[1] as string;
      // Special text is not looked through for addresses, which would become links.
      if (!silent) state.push("text_special", "", 0).content = answers(state.env).phrase(inside);
      state.pos += match[0].length;
      return true;
    });

    md.block.ruler.before("paragraph", "drawing", (state, start, end, silent) => {
      const at = (line: number): string | undefined => {
        if (line >= end || (state.sCount[line] as number) < state.blkIndent) return undefined;
        const source = state.src
          .slice((state.bMarks[line] as number) + (state.tShift[line] as number), state.eMarks[line])
          .trim();
        return drawingOn(source);
      };
      const first = at(start);
      if (first === undefined) return false;
      if (silent) return true;
      const { verb } = readToken(first);
      const insides: string[] = [];
      let line = start;
      for (
        let inside: string | undefined = first;
        inside !== undefined && row(readToken(inside).verb) === row(verb);
        inside = at(++line)
      )
        insides.push(inside);
      const block = state.push("drawing", "", 0);
      block.content = answers(state.env).drawings(insides);
      block.map = [start, line];
      state.line = line;
      return true;
    });

    md.renderer.rules.drawing = (list, i) => `${new Markup(list[i]?.content ?? "")}\n`;
  };
