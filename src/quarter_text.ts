import { type Reading, unread } from "./reason.ts";
import { tidy } from "./text.ts";

const numerals = "一二三四";
const written = /^(\d{4}) ?(?:年|[-./])? ?(?:Q ?([1-4])|第? ?([1-4一二三四]) ?季度?)$/i;

/** A quarter as staff write it: 2018Q3, 2018q3, 2018年第3季度, 2018年三季度 → 2018Q3. */
export const readQuarter = (text: string): Reading => {
  const [, year, plain, worded] = written.exec(tidy(text)) ?? [];
  const n = plain ?? worded;
  if (year === undefined || n === undefined) return unread("quarter.unreadable", text, {});
  const numeral = numerals.indexOf(n);
  return `${year}Q${numeral < 0 ? n : numeral + 1}`;
};
