import Big from "big.js";
import type { Unit } from "./unit.ts";

/** Decimals a quotient is kept to: fen for money, six for everything else. */
const decimals = (unit: Unit): number => (unit === "yuan" || unit === "yuan_per_person" ? 2 : 6);

/** Numbers that are divided to so many decimals, rounded half up. */
const divided = (places: number): typeof Big => {
  const Divided = Big();
  Divided.DP = places;
  Divided.RM = 1;
  return Divided;
};
const byDecimals = new Map([2, 6].map((places) => [places, divided(places)]));

/** Numerator ÷ denominator, exact and rounded half up once; null where there is nothing to divide by. */
export const quotient = (numerator: string | null, denominator: string | null, unit: Unit): string | null => {
  if (numerator === null || denominator === null) return null;
  const places = decimals(unit);
  const Divided = byDecimals.get(places) ?? divided(places);
  const by = new Divided(denominator);
  return by.eq(0) ? null : new Divided(numerator).div(by).toFixed(places);
};
