import { bare, isExcelScientific } from "./code.ts";
import { type Reading, unread } from "./reason.ts";

/** GB 11643-1999. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/**
 * The check digit of an 身份证号 (GB 11643-1999): 0–9 or X.
 * @param first17 its first seventeen digits
 */
export const checkResidentId = (first17: string): string =>
  "10X98765432".charAt(weights.reduce((sum, weight, i) => sum + weight * Number(first17.charAt(i)), 0) % 11);

/** Reads an 身份证号 of 18 digits, the last one possibly X. One masked with * is kept as it is, unchecked. */
export const readResidentId = (text: string): Reading => {
  const id = bare(text).toUpperCase();
  if (isExcelScientific(id)) return unread("code.scientific", text);
  if (/^\d{15}$/.test(id)) return unread("resident_id.old", text);
  if (!/^[\d*]{17}[\dX*]$/.test(id)) return unread("resident_id.shape", text);
  if (id.includes("*") || checkResidentId(id) === id.charAt(17)) return id;
  return unread(id.endsWith("000") ? "code.damaged" : "resident_id.check", text);
};
