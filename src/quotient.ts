import Big from "big.js";
import type { Unit } from "./unit.ts";

/** Decimals a quotient is kept to: fen for money, six for everything else. */
const decimals = (unit: Unit): number => (unit === "yuan" || unit === "yuan_per_person" ? 2 : 6);

/** Numerator ÷ denominator, exact and rounded half up once; null where there is nothing to divide by. */
export const quotient = (numerator: string | null, denominator: string | null, unit: Unit): string | null => {
  if (numerator === null || denominator === null || new Big(denominator).eq(0)) return null;
  const exact = new Big(numerator);
  const Divided = Big();
  Divided.DP = decimals(unit);
  Divided.RM = 1;
  return new Divided(exact).div(denominator).toFixed(decimals(unit));
};
