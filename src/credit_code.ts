import { bare, isExcelScientific } from "./code.ts";
import { type Fault, type Reading, unread } from "./reason.ts";

/** GB 32100-2015: the 31 characters of a 统一社会信用代码, each worth its place. */
const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const wellFormed = /^[0-9A-HJ-NPQRTUWXY]{18}$/;
const maybeDamaged = /^\d{15}000$/;

/**
 * The check character of a 统一社会信用代码 (GB 32100-2015).
 * @param first17 its first seventeen characters, in capitals
 */
export const checkCreditCode = (first17: string): string => {
  let sum = 0;
  let weight = 1;
  for (let i = 0; i < 17; i++) {
    sum += alphabet.indexOf(first17.charAt(i)) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet.charAt((31 - (sum % 31)) % 31);
};

const fails = (code: string): boolean => checkCreditCode(code) !== code.charAt(17);

const read = (text: string): Reading => {
  const code = wellFormed.test(text) ? text : bare(text).toUpperCase();
  if (isExcelScientific(code)) return unread("code.scientific", text);
  const strange = [...new Set(code.match(/[^0-9A-HJ-NPQRTUWXY]/gu) ?? [])];
  const letters = strange.slice(0, 5).join("、");
  if (strange.some((c) => !/[IOZSV]/.test(c))) return unread("credit_code.characters", text, { letters });
  if (code.length !== 18) return unread("credit_code.length", text, { length: String(code.length) });
  if (strange.length > 0) return unread("credit_code.letters", text, { letters });
  return maybeDamaged.test(code) && fails(code) ? unread("code.damaged", text) : code;
};

const doubt = (value: string): Fault | undefined =>
  fails(value) ? unread("credit_code.check", value, { expected: checkCreditCode(value) }) : undefined;

/** Reads a 统一社会信用代码; a failing check character is doubted, since some early codes really have one. */
export const readCreditCode: {
  readonly read: (text: string) => Reading;
  readonly doubt: (value: string) => Fault | undefined;
} = { read, doubt };
