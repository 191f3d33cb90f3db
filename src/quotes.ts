import type { Separator } from "./separator.ts";

/** Where a record with unpaired quotation marks stands in the text: offsets, end exclusive, its line break included. */
export interface Break {
  readonly start: number;
  readonly end: number;
}

const quote = '"';

const skipSpaces = (text: string, at: number, step: 1 | -1): number => {
  let i = at;
  while (text[i] === " ") i += step;
  return i;
};

/** Offset of the closing mark of the cell opened at `open`, or -1 if none closes it properly. */
const closing = (text: string, open: number, separator: Separator): number => {
  for (let at = text.indexOf(quote, open + 1); at >= 0; at = text.indexOf(quote, at + 1)) {
    if (text[at + 1] === quote) {
      at++;
      continue;
    }
    const next = text[skipSpaces(text, at + 1, 1)];
    return next === undefined || next === "\n" || next === separator ? at : -1;
  }
  return -1;
};

/**
 * Finds the records whose quotation marks do not pair up (RFC 4180), so that one missing mark costs one line and
 * never swallows the lines below it. A mark inside an unquoted cell (5" 管) is an ordinary character.
 */
export const findBreaks = (text: string, separator: Separator): Break[] => {
  const breaks: Break[] = [];
  for (let at = text.indexOf(quote); at >= 0; ) {
    const before = text[skipSpaces(text, at - 1, -1)];
    const opens = before === undefined || before === "\n" || before === separator;
    if (!opens) {
      at = text.indexOf(quote, at + 1);
      continue;
    }
    const close = closing(text, at, separator);
    if (close >= 0) {
      at = text.indexOf(quote, close + 1);
      continue;
    }
    const start = text.lastIndexOf("\n", at) + 1;
    const newline = text.indexOf("\n", at);
    const end = newline < 0 ? text.length : newline + 1;
    breaks.push({ start, end });
    at = text.indexOf(quote, end);
  }
  return breaks;
};
