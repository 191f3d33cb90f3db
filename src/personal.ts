import { checkResidentId } from "./resident_id.ts";

/** Numbers that stand for a person wherever they appear, declared or not. */
export type Shape = "residentId" | "mobile" | "bankCard";

/** Where such a number stands in a text, in UTF-16 units. */
export interface Sighting {
  readonly shape: Shape;
  readonly at: number;
  readonly length: number;
}

/** What stands in templates for a personal value: numbers that pass the rules and belong to nobody. */
export const nobody: Readonly<Record<string, string>> = {
  residentId: "990101198503120010",
  phone: "13800000000",
};
const examples = new Set(Object.values(nobody));

/** GB/T 2260 provinces, 港澳台 permits (81–83), 永久居留证 (91), and 99, which is assigned to nobody: invented rows have it. */
const provinces = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91|99)/;

const isDay = (digits: string): boolean => {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number) as [
    number,
    number,
    number,
  ];
  const given = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && year < 2100 && given.getUTCMonth() === month - 1 && given.getUTCDate() === day;
};

/** GB 11643: province, day of birth and check digit are all as they must be. One number in 10,000 is, by chance. */
const isResidentId = (digits: string): boolean =>
  digits.length === 18 &&
  provinces.test(digits) &&
  isDay(digits.slice(6, 14)) &&
  checkResidentId(digits) === digits.charAt(17).toUpperCase();

/** The check digit of ISO/IEC 7812, by Luhn. */
const passesLuhn = (digits: string): boolean => {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const worth = Number(digits.charAt(digits.length - 1 - i)) * (i % 2 === 0 ? 1 : 2);
    sum += worth > 9 ? worth - 9 : worth;
  }
  return sum % 10 === 0;
};

/** Issuers and lengths: 银联 62, 工行 9558, 中行 601382, Visa, Mastercard, American Express, JCB. */
const cards =
  /^(?:62\d{14,17}|9558\d{15}|601382\d{13}|4\d{15}|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|35(?:2[89]|[3-8]\d)\d{12})$/;

/**
 * A group of digits that is no part of a longer number, a decimal, a word, an identifier or a code with hyphens. What
 * calls a file (走访_13912345678_补.csv) is none of these.
 */
const alone = (pattern: string): string =>
  `(?<![0-9A-Za-z.]|[0-9A-Za-z_][_-])${pattern}(?![0-9A-Za-z]|-[0-9A-Za-z_]|\\.(?:[\\d_]|m?js(?![0-9A-Za-z])))`;

/** Written in one piece, or in the groups in which people write them, parted by spaces or hyphens; telephones by dots too. */
const candidates = new RegExp(
  [
    alone(
      "(?:(?:\\+|00)?86[- ]?)?(?<mobile>1[3-9]\\d(?:\\d{8}|\\d{4} \\d{4}|(?<m>[ ._-])\\d{4}\\k<m>\\d{4}))",
    ),
    alone("(?<person>[1-9]\\d{5}(?:\\d{11}[\\dXx]|(?<p>[ -])\\d{8}\\k<p>\\d{3}[\\dXx]))"),
    alone("(?<card>[2-9]\\d{3}(?:\\d{11,15}|(?<c>[ -])\\d{4}\\k<c>\\d{4}\\k<c>\\d{4}(?:\\k<c>\\d{1,3})?))"),
  ].join("|"),
  "g",
);

const judged = (groups: Record<string, string | undefined>): Shape | undefined => {
  const bare = (text: string): string => text.replace(/[ ._-]/g, "");
  const { mobile, person, card } = groups;
  if (mobile !== undefined) return examples.has(bare(mobile)) ? undefined : "mobile";
  const digits = bare(person ?? card ?? "");
  if (examples.has(digits)) return undefined;
  if (isResidentId(digits)) return "residentId";
  return cards.test(digits) && passesLuhn(digits) ? "bankCard" : undefined;
};

/**
 * Every 身份证号 (GB 11643, check digit and day of birth sound), mobile number and bank card (known issuer and length,
 * Luhn) in a text. Digits within hashes, decimals, time stamps and longer numbers are none; neither are the two
 * examples that templates show.
 */
export const shapesIn = (text: string): Sighting[] =>
  [...text.matchAll(candidates)].flatMap((match) => {
    const shape = judged(match.groups ?? {});
    return shape === undefined ? [] : [{ shape, at: match.index, length: match[0].length }];
  });
