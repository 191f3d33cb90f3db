import { isoDay } from "./calendar.ts";
import { type Case, casesOf } from "./case.ts";
import type { Federation } from "./federation.ts";

/** What the 2018 cases closed at 市级 add up to at scale 1, in cents: 2147.6 万元, the page's 2100余万. */
export const yearTotal = 2_147_600_000;

/** Factor that brings the drawn amounts to the year's total. */
export const fitting = (f: Federation): number => {
  let sum = 0;
  for (let q = 0; q < 4; q++)
    for (const c of casesOf(f, 0, q))
      if (c.recovered && isoDay(c.accepted + c.ending.after) <= "2018-12-31") sum += c.confirmed;
  return (yearTotal * f.scale) / sum;
};

/** Rounds to whole hundreds of yuan, but leaves one amount in five with its cents. */
export const rounded = (cents: number): number =>
  Math.floor(cents) % 5 === 0 ? Math.round(cents) : Math.max(10_000, Math.round(cents / 10_000) * 10_000);

/** Cents as yuan, exactly. */
export const yuan = (cents: number): string => {
  const whole = Math.floor(cents / 100);
  const part = cents % 100;
  return part === 0 ? String(whole) : `${whole}.${String(part).padStart(2, "0")}`;
};

/** Cents as 万元, exactly. */
export const tenThousands = (cents: number): string => {
  const part = String(cents % 1_000_000)
    .padStart(6, "0")
    .replace(/0+$/, "");
  return `${Math.floor(cents / 1_000_000)}${part ? `.${part}` : ""}`;
};

/** The amounts of a case in cents; nothing is confirmed before it is closed. */
export const amountsOf = (c: Case, factor: number) => {
  const claimed = rounded(c.claimed * factor);
  return {
    claimed,
    confirmed: c.closed && c.confirmed ? Math.min(claimed, rounded(c.confirmed * factor)) : 0,
    avoided: c.closed && c.avoided ? rounded(c.avoided * factor) : 0,
  };
};
