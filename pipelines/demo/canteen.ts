import { canteenCount, districtOf, type UnitKind, unitName } from "./canteen_unit.ts";
import type { Federation } from "./federation.ts";
import { draws } from "./random.ts";

/**
 * What a canteen is there for in the demonstration: to be named, fair when the year began, fair later on,
 * never graded, left unrated, or simply good.
 */
export type Part = "named" | "fair" | "falling" | "ungraded" | "unrated" | "good";

export interface Canteen {
  readonly id: string;
  readonly unit: string;
  readonly kind: UnitKind;
  readonly district: string;
  readonly diners: number;
  readonly operation: string;
  readonly part: Part;
  /** Which one of its part, from 0. */
  readonly nth: number;
  readonly n: number;
  readonly closed?: string;
}

const parts: readonly (readonly [Part, number])[] = [
  ["named", 100],
  ["fair", 26],
  ["falling", 4],
  ["ungraded", 8],
  ["unrated", 6],
  ["good", 16],
];

/** 停办, by part and number: three of the fair ones, and one whose plaque nobody took down. */
const closings = new Map([
  ["fair 15", "2018-05-31"],
  ["fair 16", "2018-09-14"],
  ["fair 17", "2018-11-16"],
  ["named 10", "2019-02-28"],
]);

/** A place in the order in which parts are given out; 160 and 37 have no divisor in common. */
const rankOf = (n: number): number => (n * 37 + 11) % canteenCount;

const partOf = (rank: number): { part: Part; nth: number } => {
  let nth = rank;
  for (const [part, count] of parts) {
    if (nth < count) return { part, nth };
    nth -= count;
  }
  throw new RangeError(`no part for rank ${rank}`);
};

/** The `n`-th canteen. The plan is a hundred, so their number does not grow with the federation. */
export const canteen = (f: Federation, n: number): Canteen => {
  const r = draws(f.seed, "canteen")(n);
  const { part, nth } = partOf(rankOf(n));
  const { district } = districtOf(n);
  const business = part === "fair" || part === "falling" || part === "ungraded";
  const kind = r.weigh([
    ["机关", business ? 1 : 4],
    ["事业", business ? 2 : 4],
    ["企业", business ? 6 : 4],
  ] as const);
  const closed = closings.get(`${part} ${nth}`);
  return {
    id: `ST${String(n + 1).padStart(3, "0")}`,
    unit: unitName(kind, n),
    kind,
    district,
    diners: r.between(6, kind === "事业" ? 90 : 60) * 10,
    operation: r.weigh([
      ["自营", part === "fair" ? 4 : 12],
      ["承包", 7],
      ["", 1],
    ] as const),
    part,
    nth,
    n,
    ...(closed === undefined ? {} : { closed }),
  };
};

export const canteens = (f: Federation): Canteen[] =>
  Array.from({ length: canteenCount }, (_, n) => canteen(f, n));

/** True where the canteen still cooks on a day. */
export const isOpen = ({ closed }: Canteen, day: string): boolean => closed === undefined || day < closed;
