import Big from "big.js";
import type { Figure } from "./figure.ts";
import type { Indicator } from "./indicator.ts";
import { quotient } from "./quotient.ts";
import type { Unit } from "./unit.ts";

/** The numbers of a figure, of one federation or of several. */
export type Numbers = Pick<Figure, "value" | "numerator" | "denominator" | "hidden">;

/**
 * How an indicator goes over several federations: its numbers add up; or it is a quotient that is recomputed from
 * numerators and denominators that do; or it does not go at all (a median, a highest vote, kinds of courses, which are
 * the same kinds everywhere).
 */
export interface Rollup {
  readonly how: "sum" | "quotient" | "none";
  /** Something is counted once within each federation: whoever is known to two counts twice in the sum. */
  readonly distinct: boolean;
}

/** Aggregates and what may stand around them without spoiling that parts add up. */
const additive = new Set(["count", "sum", "coalesce", "nullif", "filter", "in", "and", "or", "distinct"]);

/** What FILTER asks of a row does not matter: rows of one federation are not rows of another. */
const bare = (sql: string): string => {
  let kept = sql;
  for (let at = kept.search(/FILTER\s*\(/i); at >= 0; at = kept.search(/FILTER\s*\(/i)) {
    let end = kept.indexOf("(", at);
    for (let depth = 0; end < kept.length; end++) {
      if (kept[end] === "(") depth++;
      if (kept[end] === ")" && --depth === 0) break;
    }
    kept = kept.slice(0, at) + kept.slice(end + 1);
  }
  return kept;
};

const addsUp = (sql: string): boolean => {
  const plain = bare(sql);
  const called = [...plain.matchAll(/\b([a-z_]+)\s*\(/gi)].map(([, word = ""]) => word.toLowerCase());
  return called.every((word) => additive.has(word)) && !/[/%]|\*(?!\))/.test(plain);
};

/** How an indicator goes over several federations, told by the SQL that measures it. */
export const rollupOf = ({
  value,
  numerator,
  denominator,
  unit,
}: Pick<Indicator, "value" | "numerator" | "denominator" | "unit">): Rollup => {
  const all = [numerator, denominator ?? ""];
  const distinct = all.some((sql) => /\bDISTINCT\b/i.test(bare(sql)));
  if (value !== undefined || unit === "kind" || !all.every(addsUp)) return { how: "none", distinct };
  return { how: denominator === undefined ? "sum" : "quotient", distinct };
};

/** Whether anybody said anything: a number, or the sign that one is withheld. */
export const isTold = ({ value, numerator, hidden }: Numbers): boolean =>
  value !== null || numerator !== null || hidden !== undefined;

interface Added {
  readonly sum: Big;
  /** A part of it is withheld: the sum is what it comes to at least. */
  readonly bound: boolean;
}

const add = (
  parts: readonly Numbers[],
  read: (part: Numbers) => readonly [string | null, string | undefined],
): Added =>
  parts.map(read).reduce<Added>(
    ({ sum, bound }, [number, sign]) => {
      if (sign?.startsWith("≥")) return { sum: sum.plus(sign.slice(1)), bound: true };
      if (sign !== undefined) return { sum, bound: true };
      return { sum: sum.plus(number ?? 0), bound };
    },
    { sum: new Big(0), bound: false },
  );

/** A sum of which nothing is known is withheld like its parts. */
const sign = ({ sum }: Added): string => (sum.gt(0) ? `≥${sum.toFixed()}` : "※");

/**
 * The numbers of several federations as one. A withheld number is never taken for none: what it goes into is told as a
 * bound (≥ the rest), and a quotient of it is withheld. Who told nothing is left out.
 */
export const rolledUp = (parts: readonly Numbers[], how: "sum" | "quotient", unit: Unit): Numbers => {
  const told = parts.filter(isTold);
  if (told.length === 0) return { value: null, numerator: null, denominator: null };
  const above = add(told, ({ numerator, value, hidden }) => [
    numerator ?? (how === "sum" ? value : null),
    hidden?.numerator ?? (how === "sum" ? hidden?.value : undefined),
  ]);
  if (how === "sum") {
    const number = above.bound ? null : above.sum.toFixed();
    return {
      value: number,
      numerator: number,
      denominator: null,
      ...(above.bound && { hidden: { value: sign(above), numerator: sign(above) } }),
    };
  }
  const below = add(told, ({ denominator, hidden }) => [denominator, hidden?.denominator]);
  const numerator = above.bound ? null : above.sum.toFixed();
  const denominator = below.bound ? null : below.sum.toFixed();
  const withheld = above.bound || below.bound;
  return {
    value: withheld ? null : quotient(numerator, denominator, unit),
    numerator,
    denominator,
    ...(withheld && {
      hidden: {
        value: "※",
        ...(above.bound && { numerator: sign(above) }),
        ...(below.bound && { denominator: sign(below) }),
      },
    }),
  };
};
