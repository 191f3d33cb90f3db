import { type Reading, unread } from "./reason.ts";
import { tidy } from "./text.ts";

const letters = "abcdefghijklmnop";
const inGroups = (plain: string): string => (plain.match(/.{8}/g) ?? []).join("-");

/**
 * A hash as people compare it over the telephone: 32 letters (128 bits) in four groups. Letters alone, so that no
 * spreadsheet takes it for a number.
 * @param hex a SHA-256 in hexadecimal
 */
export const fingerprintOf = (hex: string): string =>
  inGroups([...hex.slice(0, 32)].map((digit) => letters[Number.parseInt(digit, 16)]).join(""));

/** A fingerprint as it was taken down: capitals, spaces and dashes do not matter. */
export const readFingerprint = (text: string): Reading => {
  const plain = tidy(text)
    .toLowerCase()
    .replace(/[\s\p{Pd}]/gu, "");
  return /^[a-p]{32}$/.test(plain) ? inGroups(plain) : unread("fingerprint.shape", text, {});
};
