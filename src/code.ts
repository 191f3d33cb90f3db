import { type Canonical, fits } from "./canonical.ts";
import { fault, type Reading, unread } from "./reason.ts";
import { tidy } from "./text.ts";

const ordinary = /^(?=.*[^\d.])[A-Za-z0-9_/-]{1,64}$|^\d{1,64}$/;
const excelScientific = /^\d(?:\.\d+)?e\+\d{1,3}$|^\d\.\d+e-?\d{1,3}$/i;
/** Characters of a cell, spaces included, beyond which it holds no single number. */
const longest = 256;
const broken = /[\p{Cc}\p{Cs}\ufffd]/u;

/** True for a number that Excel has turned into scientific notation, as in 3.30603E+17. */
export const isExcelScientific = (text: string): boolean => excelScientific.test(text);

/**
 * The bare characters of a number that identifies something: half-width, without spaces, and without the marks
 * that keep Excel from calculating with it ('330603104 and ="330603104"). Text too long for a number stays as it is.
 */
export const bare = (text: string): string =>
  text.length > longest
    ? text
    : tidy(text)
        .replace(/ /g, "")
        .replace(/^['‘’]+/, "")
        .replace(/^="([^"]*)"$/, "$1")
        .replace(/^['‘’]+/, "")
        .normalize("NFKC");

/**
 * Reads a code. Digits that have been a floating-point number are mended (`330603104.0`) or, beyond the 15 digits
 * such a number keeps, refused.
 */
export const readCode = (text: string): Reading => {
  if (ordinary.test(text) && !isExcelScientific(text)) return text;
  if (text.length > longest) return unread("code.long", text);
  const code = bare(text);
  if (code === "") return fault("cell.empty");
  if (broken.test(code)) return unread("code.characters", text);
  if (code.length > 64) return unread("code.long", text);
  if (isExcelScientific(code)) return unread("code.scientific", text);
  if (!/^\d+\.0$/.test(code)) return code;
  return code.length <= 17 ? code.slice(0, -2) : unread("code.float", text);
};

/** Letters, digits, dashes and strokes with a digit among them, so that it is no word and no mark for an empty cell. */
export const canonicalCode: Canonical = {
  when: (cell) => `(${fits(cell, "[A-Za-z_/-]{0,63}[0-9][A-Za-z0-9_/-]*")} AND strlen(${cell}) <= 64)`,
  value: (cell) => cell,
  words: false,
};
