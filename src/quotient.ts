import Big from "big.js";
import type { Unit } from "./unit.ts";

/** Numbers whose quotients are kept to so many decimals, rounded half up. */
const kept = (decimals: number): typeof Big => {
  const Kept = Big();
  Kept.DP = decimals;
  Kept.RM = 1;
  return Kept;
};
const Fen = kept(2);
const Millionth = kept(6);

/** What a quotient is kept to: fen for money, six decimals for everything else. */
const keptTo = (unit: Unit): typeof Big => (unit === "yuan" || unit === "yuan_per_person" ? Fen : Millionth);

/** Numerator ÷ denominator, exact and rounded half up once; null where there is nothing to divide by. */
export const quotient = (numerator: string | null, denominator: string | null, unit: Unit): string | null => {
  if (numerator === null || denominator === null) return null;
  const Kept = keptTo(unit);
  const by = new Kept(denominator);
  return by.eq(0) ? null : new Kept(numerator).div(by).toFixed(Kept.DP);
};
