import { dayNumber, isoDay } from "./calendar.ts";
import { cadreCount, type Federation, keyCount, perScale } from "./federation.ts";
import { creditCode } from "./issued.ts";
import { enterpriseName } from "./names.ts";
import { townshipOf } from "./places.ts";
import { draws } from "./random.ts";

export interface Enterprise {
  readonly index: number;
  readonly code: string;
  readonly name: string;
  readonly industry: string;
  readonly kind: string;
  readonly township: number;
  /** Linked to a cadre. */
  readonly key: boolean;
  /** Above scale at some time in the period. */
  readonly aboveScale: boolean;
  readonly listed?: string;
  readonly delisted?: string;
  /** Its name until the end of 2018. */
  readonly renamed: boolean;
  readonly workers: number;
  readonly members: number;
}

/** The cadre in whose township an enterprise lies: the linked one for a key enterprise. */
export const homeCadre = (f: Federation, enterprise: number): number =>
  enterprise < keyCount(f)
    ? Math.floor(enterprise / perScale.linksPerCadre)
    : (enterprise - keyCount(f)) % cadreCount(f);

/** Enterprises outside the links for which a cadre looks out. */
export const othersOf = (f: Federation, cadre: number): number[] =>
  Array.from(
    { length: perScale.others / perScale.cadres },
    (_, i) => keyCount(f) + i * cadreCount(f) + cadre,
  );

const kinds = [
  ["民营", 82],
  ["外资", 9],
  ["国有", 6],
  ["其他", 3],
] as const;

const delistings = ["2018-05-20", "2018-08-20", "2018-11-20"] as const;

/** The enterprise of a number, from 0. */
export const enterprise = (f: Federation, index: number): Enterprise => {
  const r = draws(f.seed, "enterprise")(index);
  const key = index < keyCount(f);
  const aboveScale = r.chance(key ? 0.36 : 0.25);
  const listedOn = isoDay(dayNumber("2011-01-15") + r.below(2300));
  const turn = r.unit();
  const listedLate = `2018-${String(r.between(2, 12)).padStart(2, "0")}-15`;
  const workers = aboveScale ? r.between(60, 900) : r.between(8, 80);
  return {
    index,
    code: creditCode(index + 1),
    ...enterpriseName(index),
    kind: r.weigh(kinds),
    township: townshipOf(homeCadre(f, index)),
    key,
    aboveScale,
    ...(aboveScale ? { listed: turn < 0.03 ? listedLate : listedOn } : {}),
    ...(aboveScale && turn > 0.98 ? { delisted: r.pick(delistings) } : {}),
    renamed: r.chance(0.006),
    workers,
    members: Math.round(workers * (0.7 + 0.28 * r.unit())),
  };
};
