import { dayNumber, lastDay } from "./calendar.ts";
import type { Federation } from "./federation.ts";
import { districts } from "./places.ts";
import { draws } from "./random.ts";

/** Stations by district, 52 in all, and where the district lies: degrees east and north, invented. */
const shares = [
  { count: 9, x: 107.15, y: 34.35 },
  { count: 8, x: 107.4, y: 34.33 },
  { count: 8, x: 107.24, y: 34.54 },
  { count: 7, x: 106.93, y: 34.42 },
  { count: 6, x: 107.65, y: 34.44 },
  { count: 5, x: 107.02, y: 34.64 },
  { count: 5, x: 107.47, y: 34.7 },
  { count: 4, x: 106.86, y: 34.2 },
] as const;

/** First and last day of opening of each wave, and how many stations came into use in it. */
const waves = [
  { count: 12, from: "2017-11-10", to: "2018-03-20" },
  { count: 12, from: "2018-04-09", to: "2018-06-22" },
  { count: 11, from: "2018-07-05", to: "2018-09-20" },
  { count: 8, from: "2018-10-12", to: "2018-12-18" },
  { count: 4, from: "2019-01-08", to: "2019-03-15" },
] as const;

/** Finished and waiting to be opened. */
const waiting = ["2018-10-26", "2018-12-14", "2019-02-22"].map(dayNumber);
/** Closed again, by rank. */
const closed: Readonly<Record<number, string>> = { 5: "2018-11-20", 20: "2019-02-28" };
/** In use with nobody to answer for them, by rank. */
const unmanaged = new Set([3, 18, 40]);
/** Whose coordinates nobody wrote down, by rank. */
const unplaced = new Set([8, 29, 51]);

const sites = shares.flatMap(({ count, x, y }, district) =>
  Array.from({ length: count }, (_, nth) => ({ district, nth, x, y })),
);

export const stationCount = sites.length;

/** A station and its history; days are day numbers. */
export interface Station {
  readonly id: string;
  /** Its place in the order of opening. */
  readonly rank: number;
  readonly district: (typeof districts)[number];
  readonly nth: number;
  readonly built: number | undefined;
  readonly opened: number | undefined;
  readonly closed: number | undefined;
  readonly managed: boolean;
  readonly place: { readonly x: string; readonly y: string } | undefined;
  /** Facilities on its list. */
  readonly items: number;
}

const openingOf = (rank: number): number | undefined => {
  let left = rank;
  for (const { count, from, to } of waves) {
    const [first, last] = [dayNumber(from), dayNumber(to)];
    if (left < count) return first + Math.floor(((last - first) * left) / count);
    left -= count;
  }
  return undefined;
};

const opening = waves.reduce((sum, wave) => sum + wave.count, 0);
/** Apart by the golden angle, so that no two stations lie on each other. */
const golden = 2.399963;

/** The `i`-th of the 52 stations. Every federation has as many: the plan does not grow with it. */
export const station = (f: Federation, i: number): Station => {
  const { district, nth, x, y } = sites[i] as (typeof sites)[number];
  const r = draws(f.seed, "station")(i);
  const rank = (i * 17) % stationCount;
  const opened = openingOf(rank);
  const away = 0.031 * Math.sqrt(nth + r.unit() * 0.4);
  const angle = nth * golden + district;
  const shutOn = closed[rank];
  return {
    id: `AX-${String(i + 1).padStart(2, "0")}`,
    rank,
    district: districts[district] as (typeof districts)[number],
    nth,
    built: opened === undefined ? waiting[rank - opening] : opened - r.between(6, 40),
    opened,
    closed: shutOn === undefined ? undefined : dayNumber(shutOn),
    managed: opened === undefined ? r.chance(0.5) : !unmanaged.has(rank),
    place: unplaced.has(rank)
      ? undefined
      : {
          x: (x + (away * Math.cos(angle)) / 0.825).toFixed(5),
          y: (y + away * Math.sin(angle)).toFixed(5),
        },
    items: r.between(6, 12),
  };
};

/** All stations, by number. */
export const stationsOf = (f: Federation): Station[] =>
  Array.from({ length: stationCount }, (_, i) => station(f, i));

/** True where a station is in use on a day. */
export const isInUse = ({ opened, closed: shut }: Station, day: number): boolean =>
  opened !== undefined && opened <= day && day <= (shut ?? lastDay);
