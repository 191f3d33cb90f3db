import type { Federation } from "./federation.ts";
import { enterpriseName } from "./names.ts";
import { districts } from "./places.ts";
import { draws } from "./random.ts";

/** Canteens of each district. */
const perDistrict = [24, 20, 28, 20, 20, 16, 18, 14] as const;

export const canteenCount = perDistrict.reduce((sum, n) => sum + n, 0);

/**
 * What a canteen is there for in the demonstration: to be named, fair when the year began, fair later on,
 * never graded, left unrated, or simply good.
 */
export type Part = "named" | "fair" | "falling" | "ungraded" | "unrated" | "good";

export interface Canteen {
  readonly id: string;
  readonly unit: string;
  readonly kind: "机关" | "事业" | "企业";
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

const bureaus = "财政 教育 民政 司法 审计 农业农村 水利 商务 文化旅游 卫生健康".split(" ");
const institutions = [
  "人民医院",
  "第一中学",
  "第二中学",
  "实验小学",
  "中医院",
  "职业学校",
  "图书馆",
  "第三中学",
];

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

const districtOf = (n: number): { district: string; place: number } => {
  let place = n;
  for (const [i, count] of perDistrict.entries()) {
    if (place < count) return { district: (districts[i] as (typeof districts)[number]).name, place };
    place -= count;
  }
  throw new RangeError(`no district for canteen ${n}`);
};

const unitName = (kind: Canteen["kind"], district: string, place: number, n: number): string => {
  if (kind === "企业") return enterpriseName(4000 + n * 3).name;
  const among = kind === "机关" ? bureaus.map((b) => `${b}局`) : institutions;
  const round = Math.floor(place / among.length);
  return `${district}${among[place % among.length]}${round === 0 ? "" : `${"东西南北"[round - 1]}院区`}`;
};

/** The `n`-th canteen. The plan is a hundred, so their number does not grow with the federation. */
export const canteen = (f: Federation, n: number): Canteen => {
  const r = draws(f.seed, "canteen")(n);
  const { part, nth } = partOf(rankOf(n));
  const { district, place } = districtOf(n);
  const business = part === "fair" || part === "falling" || part === "ungraded";
  const kind = r.weigh([
    ["机关", business ? 1 : 4],
    ["事业", business ? 2 : 4],
    ["企业", business ? 6 : 4],
  ] as const);
  const closed = closings.get(`${part} ${nth}`);
  return {
    id: `ST${String(n + 1).padStart(3, "0")}`,
    unit: unitName(kind, district, place, n),
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
