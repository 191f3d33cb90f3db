import type { Separator } from "./separator.ts";

/** Where a record with unpaired quotation marks stands in the text: offsets, end exclusive, its line break included. */
export interface Break {
  readonly start: number;
  readonly end: number;
  /** Unpaired marks, or a record longer than any register's row could be. */
  readonly why: "quotes" | "long";
}

/** Characters in one record; thirty cells of the longest that Excel keeps. */
const longest = 1_000_000;

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
const findUnpaired = (text: string, separator: Separator): Break[] => {
  const breaks: Break[] = [];
  for (let at = text.indexOf(quote); at >= 0; ) {
    const before = text[skipSpaces(text, at - 1, -1)];
    const opens = before === undefined || before === "\n" || before === separator;
    if (!opens) {
      at = text.indexOf(quote, at + 1);
      continue;
    }
    const close = closing(text, at, separator);
    if (close >= 0 && close - at <= longest) {
      at = text.indexOf(quote, close + 1);
      continue;
    }
    const start = text.lastIndexOf("\n", at) + 1;
    const newline = text.indexOf("\n", Math.max(at, close));
    const end = newline < 0 ? text.length : newline + 1;
    breaks.push({ start, end, why: close >= 0 ? "long" : "quotes" });
    at = text.indexOf(quote, end);
  }
  return breaks;
};

/** Lines that are too long, between breaks that are known. */
const longLines = (text: string, from: number, to: number): Break[] => {
  const found: Break[] = [];
  for (let start = from; start < to; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 || newline >= to ? to : newline + 1;
    if (end - start > longest) found.push({ start, end, why: "long" });
    start = end;
  }
  return found;
};

/** The records that cannot be taken apart, in order: those with unpaired marks and those that are too long. */
export const findBreaks = (text: string, separator: Separator): Break[] => {
  const quotes = findUnpaired(text, separator);
  let done = 0;
  const all = quotes.flatMap((unpaired) => {
    const before = longLines(text, done, unpaired.start);
    done = unpaired.end;
    return [...before, unpaired];
  });
  return [...all, ...longLines(text, done, text.length)];
};
