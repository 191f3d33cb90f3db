const letters = "abcdefghijklmnop";

/**
 * A hash as people compare it over the telephone: 32 letters (128 bits) in four groups. Letters alone, so that no
 * spreadsheet takes it for a number.
 * @param hex a SHA-256 in hexadecimal
 */
export const fingerprintOf = (hex: string): string =>
  (
    [...hex.slice(0, 32)]
      .map((digit) => letters[Number.parseInt(digit, 16)])
      .join("")
      .match(/.{8}/g) ?? []
  ).join("-");
