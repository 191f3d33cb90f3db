import Big from "big.js";
import type { Unit } from "./unit.ts";

/**
 * How a value moved against its base: in percentage points for a rate, in percent of the base for all else.
 * `unknown` where there is nothing to divide by or to compare with.
 */
export type Change =
  | {
      readonly direction: "up" | "down" | "level";
      /** Magnitude with one decimal, without sign: percent, or percentage points. */
      readonly amount: string;
      readonly measure: "percent" | "points";
    }
  | { readonly direction: "unknown"; readonly why: "zero base" | "no base" | "no value" };

/**
 * Compares two values of one indicator, exactly.
 * @param value decimal text (yuan, a rate between 0 and 1, a count), or null where it was not measured
 * @param base the same for the period compared with
 */
export const change = (value: string | null, base: string | null, unit: Unit): Change => {
  if (value === null) return { direction: "unknown", why: "no value" };
  if (base === null) return { direction: "unknown", why: "no base" };
  const now = new Big(value);
  const then = new Big(base);
  const isRate = unit === "rate";
  if (!isRate && then.eq(0)) return { direction: "unknown", why: "zero base" };
  const moved = isRate ? now.minus(then).times(100) : now.minus(then).div(then.abs()).times(100);
  const amount = moved.abs().toFixed(1, Big.roundHalfUp);
  const direction = amount === "0.0" ? "level" : moved.gt(0) ? "up" : "down";
  return { direction, amount, measure: isRate ? "points" : "percent" };
};

/** Numerator minus denominator turned round: how many are still missing. Null where either was not measured. */
export const shortfall = (numerator: string | null, denominator: string | null): string | null =>
  numerator === null || denominator === null ? null : new Big(denominator).minus(numerator).toFixed();
