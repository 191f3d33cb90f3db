import type { Quarter } from "../quarter.ts";
import type { Lang, Words } from "../words.ts";
import type { Edition } from "./edition.ts";

/** What a drawing knows beside its own figures: the edition, the quarter the page is about, and its language. */
export interface Context {
  readonly edition: Edition;
  readonly quarter: Quarter;
  readonly lang: Lang;
}

/** The words in the page's language. */
export const say = (words: Words, context: Pick<Context, "lang">): string => words[context.lang];

/** The language is the path. */
export const langOf = (path: string): Lang => (/^\/?en(\/|$)/.test(path) ? "en" : "zh");

/** As a sentence or a line begins: English words start with a capital, Chinese stays as it is. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
