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
