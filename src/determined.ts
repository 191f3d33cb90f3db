import type { Sum } from "./cell.ts";
import type { Pattern } from "./pattern.ts";

/** Arithmetic modulo a prime below 2²⁶: products stay exact, and no pivot of small tables vanishes by chance. */
const prime = 67_108_859;
const inverse = (n: number): number => {
  let [base, power, result] = [n, prime - 2, 1];
  for (; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return result;
};

type Row = Map<number, number>;

const subtract = (row: Row, other: Row, times: number): void => {
  for (const [cell, n] of other) {
    const left = ((row.get(cell) ?? 0) + (prime - times) * n) % prime;
    if (left === 0) row.delete(cell);
    else row.set(cell, left);
  }
};

/** How often each hidden cell counts in a sum. */
const coefficients = (pattern: Pattern, sum: Sum): Row => {
  const row: Row = new Map();
  const { total, parts } = pattern.openOf(sum);
  const add = (cell: number, n: number): void => {
    const times = ((row.get(cell) ?? 0) + n) % prime;
    if (times === 0) row.delete(cell);
    else row.set(cell, times);
  };
  for (const part of parts) add(part, 1);
  if (total) add(sum.total, prime - 1);
  return row;
};

/** Hidden cells whose value follows from what is shown, by adding and subtracting. */
export const determined = (pattern: Pattern, sums: readonly Sum[]): Set<number> => {
  const pivots = new Map<number, Row>();
  for (const sum of sums) {
    const row = coefficients(pattern, sum);
    for (const [cell] of [...row]) {
      const n = row.get(cell);
      const pivot = pivots.get(cell);
      if (n !== undefined && pivot) subtract(row, pivot, n);
    }
    const first = row.entries().next().value;
    if (!first) continue;
    const [at, n] = first;
    const by = inverse(n);
    for (const [cell, c] of row) row.set(cell, (c * by) % prime);
    for (const other of pivots.values()) {
      const c = other.get(at);
      if (c !== undefined) subtract(other, row, c);
    }
    pivots.set(at, row);
  }
  return new Set([...pivots].filter(([, row]) => row.size === 1).map(([cell]) => cell));
};
