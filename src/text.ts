import { type Canonical, fits } from "./canonical.ts";
import type { Reading } from "./reason.ts";
import { invisible, unseen } from "./unseen.ts";

const plainAscii = /^[\x21-\x7e]*$/;

/** Full-width to half-width, invisible characters gone, spaces folded, ends trimmed. */
export const tidy = (text: string): string =>
  plainAscii.test(text) ? text : text.replace(invisible, "").normalize("NFKC").replace(/\s+/g, " ").trim();

/**
 * Like tidy, but only for the full-width forms of ASCII and ￥: for values in which ① or ² must not turn into
 * a digit, as they do under NFKC.
 */
export const halfWidth = (text: string): string =>
  plainAscii.test(text)
    ? text
    : text
        .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
        .replace(/￥/g, "¥")
        .replace(invisible, "")
        .replace(/\s+/g, " ")
        .trim();

/** Spaces gone, except between two digits, where they may part thousands or two numbers. */
export const closedUp = (text: string): string => text.replace(/(\D) +/g, "$1").replace(/ +(\D)/g, "$1");

/** For comparing words: tidy, without any space, lower case. */
export const canonical = (text: string): string => tidy(text).replace(/ /g, "").toLowerCase();

const blanks = new Set(["", "-", "--", "—", "——", "–", "/", "\\", "无", "空", "n/a", "na", "null"]);

/** True for what staff write to say that there is nothing to write. */
export const isBlank = (text: string): boolean => text.length <= 4 && blanks.has(canonical(text));

/**
 * Free words, as written but for spaces at the ends, characters that are not seen, and the apostrophe that keeps a
 * spreadsheet from running them as a formula.
 */
export const readText = (text: string): Reading =>
  text
    .replace(unseen, "")
    .trim()
    .replace(/^'(?=[=+@＝＋＠－-])/, "");

const plainFirst = "[\\x{4e00}-\\x{9fff}A-Za-z0-9（《“(]";
const plainLast = "[\\x{4e00}-\\x{9fff}A-Za-z0-9）》”。)]";
/** Line breaks, printable ASCII, Chinese characters, their punctuation and full-width forms: none of them is unseen. */
const visible =
  "[\\n -~\\x{b7}\\x{2014}\\x{2018}\\x{2019}\\x{201c}\\x{201d}\\x{2026}\\x{3000}-\\x{303f}\\x{4e00}-\\x{9fff}\\x{ff01}-\\x{ff5e}]";
/** Four characters or fewer may say that there is nothing to write (N/A, 无): of these only plain ones are waved through. */
const plainWords = `[\\x{4e00}-\\x{9fff}]{2,4}|[0-9]{1,4}|${plainFirst}${visible}{3,}${plainLast}`;

/** Words that begin and end with a letter, a digit, or a bracket or stop that belongs to them. */
export const canonicalText: Canonical = {
  when: (cell) => `(${fits(cell, plainWords)} AND strlen(${cell}) <= 40000)`,
  value: (cell) => cell,
  words: true,
};
