import Big from "big.js";
import type { ReasonCode } from "./reason.ts";

const plain = /^(?:\d+(?:\.\d+)?|\.\d+)$/;
const grouped = /^[1-9]\d{0,2}([, ])\d{3}(?:\1\d{3})*(?:\.\d+)?$/;
const scientific = /\d\.?e[+-]?\d/i;
const european = /^\d[\d.]*\.\d+,\d+$/;
const figures = /^\d[\d., ]*$/;

/** True where a number has been through Excel's scientific notation. */
export const isScientific = (text: string): boolean => scientific.test(text);

/**
 * Reads an unsigned decimal number in half-width digits, thousands parted by commas or spaces.
 * @returns the exact value; the reason for refusing it; undefined where it is no number at all
 */
export const readDecimal = (text: string): Big | ReasonCode | undefined => {
  if (text.length > 64) return undefined;
  if (plain.test(text)) return new Big(text);
  if (grouped.test(text)) return new Big(text.replace(/[, ]/g, ""));
  if (isScientific(text)) return "number.scientific";
  if (european.test(text)) return "number.european";
  return figures.test(text) && /[, ]/.test(text) ? "number.grouping" : undefined;
};
