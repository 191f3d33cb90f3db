import type { Lang, Words } from "../words.ts";

/** A page asks for what the publication does not hold. Its message is one sentence and names the page. */
export class PageError extends Error {
  override readonly name = "PageError";
  constructor(page: string, why: Words, lang: Lang = "zh") {
    super(lang === "zh" ? `页面 ${page}：${why.zh}` : `page ${page}: ${why.en}`);
  }
}

/** Raised by a look-up for what this audience may not have: the page says so instead of showing it. */
export class Closed extends Error {
  readonly words: Words;
  constructor(words: Words) {
    super(words.en);
    this.words = words;
  }
}

/** Raised by look-ups that do not know which page asked. */
export class Missing extends Error {
  readonly words: Words;
  constructor(words: Words) {
    super(words.en);
    this.words = words;
  }
}
