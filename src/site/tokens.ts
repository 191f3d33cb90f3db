import type MarkdownIt from "markdown-it";
import { seenThrough } from "../unseen.ts";
import { type Lang, words } from "../words.ts";
import { type Context, langOf } from "./context.ts";
import type { Edition } from "./edition.ts";
import { html, Markup } from "./markup.ts";
import { Closed, Missing, PageError } from "./page_error.ts";
import { type Arguments, drawings, phrases, valueIn } from "./verbs.ts";

/** What Framework hands every rule: the page's path and the parameters in it. */
interface Page {
  readonly path?: string;
  readonly params?: Readonly<Record<string, string>>;
}

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

/** Neighbouring drawings of one kind share a grid. */
const group = (kind: string, drawn: readonly Markup[]): Markup =>
  kind === "card"
    ? html`<div class="cards">${drawn}</div>`
    : kind === "charts"
      ? html`<div class="charts">${drawn}</div>`
      : html`${drawn}`;

/** Drawings with links to other pages: Framework must see them, so that it can resolve these. */
const linking = new Set([
  "shortfalls",
  "programmes",
  "quarters",
  "templates",
  "finder",
  "trust",
  "revisions",
]);

const asIs = (text: string): string => text;

/**
 * The markdown-it rule for `{{…}}`: text within prose, drawings on lines of their own.
 * @param edition where figures come from, asked anew for every page
 * @param keep what becomes of a drawing without links before the page is handed on; nothing by default
 * @param apart what becomes of data that may hold `{{`; nothing by default
 * @throws PageError from the page's rendering when a token names something that was not published
 */
export const tokens =
  (
    edition: () => Edition,
    lang: Lang = "zh",
    keep: (html: string) => string = asIs,
    apart: (text: string) => string = asIs,
  ) =>
  (md: MarkdownIt): void => {
    const answer = <T>(page: Page, ask: (context: Context) => T): T => {
      try {
        return ask(contextOf(edition(), page));
      } catch (error) {
        throw error instanceof Missing ? new PageError(page.path ?? "/", error.words, lang) : error;
      }
    };

    md.inline.ruler.before("text", "figure_token", (state, silent) => {
      const match = token.exec(state.src.slice(state.pos));
      if (!match) return false;
      // Special text is not looked through for addresses, which would become links.
      if (!silent)
        state.push("text_special", "", 0).content = apart(
          seenThrough(answer(state.env, (context) => phrase(readToken(match[1] as string), context))),
        );
      state.pos += match[0].length;
      return true;
    });

    md.block.ruler.before("paragraph", "drawing", (state, start, end, silent) => {
      const at = (line: number): Arguments | undefined => {
        if (line >= end || (state.sCount[line] as number) < state.blkIndent) return undefined;
        const source = state.src
          .slice((state.bMarks[line] as number) + (state.tShift[line] as number), state.eMarks[line])
          .trim();
        const match = token.exec(source);
        if (match?.[0].length !== source.length) return undefined;
        const args = readToken(match[1] as string);
        return isDrawing(args.verb) ? args : undefined;
      };
      const first = at(start);
      if (first === undefined) return false;
      if (silent) return true;
      const drawn: Markup[] = [];
      let line = start;
      for (
        let args: Arguments | undefined = first;
        args && row(args.verb) === row(first.verb);
        args = at(++line)
      ) {
        const own = args;
        drawn.push(answer(state.env, (context) => drawing(own, context)));
      }
      const block = state.push("drawing", "", 0);
      const whole = group(row(first.verb), drawn).text;
      block.content = linking.has(first.verb) ? apart(whole) : keep(whole);
      block.map = [start, line];
      state.line = line;
      return true;
    });

    md.renderer.rules.drawing = (list, i) => `${new Markup(list[i]?.content ?? "")}\n`;
  };
