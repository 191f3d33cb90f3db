import { dayNumber, isoDay } from "./calendar.ts";
import { cadreCount, type Federation, perScale } from "./federation.ts";
import { personName } from "./names.ts";
import { home, townshipName, townshipOf } from "./places.ts";
import { draws } from "./random.ts";
import type { Row } from "./sheet.ts";

/** 干部编号 of a cadre's number, from 0. */
export const cadreCode = (f: Federation, cadre: number): string =>
  `GB${String(cadre + 1).padStart(Math.max(3, String(cadreCount(f)).length), "0")}`;

export const cadreName = (cadre: number): string => personName("cadre", cadre);

const ofDistrict = (cadre: number): boolean => cadre % 25 < 9;

/** Someone of the same township, to go in a cadre's stead. */
export const colleagueOf = (f: Federation, cadre: number): number => {
  const next = (cadre + 1) % cadreCount(f);
  return townshipOf(next) === townshipOf(cadre) ? next : cadre - 1;
};

/** Rows of 工会干部名册. */
export function* cadreRows(f: Federation): Iterable<Row> {
  for (let i = 0; i < cadreCount(f); i++) {
    const r = draws(f.seed, "cadre")(i);
    yield {
      干部编号: cadreCode(f, i),
      姓名: cadreName(i),
      所属工会: `${ofDistrict(i) ? home.name : townshipName(townshipOf(i), "2018-01-01")}总工会`,
      层级: ofDistrict(i) ? "区" : "镇街",
      任职起: isoDay(dayNumber("2016-01-04") + r.below(700)),
    };
  }
}

/** Enterprises handed on from one cadre to a colleague, in every block of a hundred cadres. */
const handedOn = [
  { cadre: 6, nth: 3, first: "2018-07-01" },
  { cadre: 18, nth: 5, first: "2018-04-01" },
  { cadre: 37, nth: 7, first: "2018-08-15" },
  { cadre: 51, nth: 2, first: "2018-10-01" },
  { cadre: 64, nth: 0, first: "2019-01-01" },
  { cadre: 87, nth: 1, first: "2018-06-01" },
] as const;

export interface Link {
  readonly cadre: number;
  readonly enterprise: number;
  readonly first: string;
  readonly last?: string;
}

export const linksBegan = "2018-01-01";

/** Every link that a cadre ever had to an enterprise. */
export function* linksOf(f: Federation, cadre: number): Iterable<Link> {
  for (let nth = 0; nth < perScale.linksPerCadre; nth++) {
    const moved = handedOn.find((m) => m.cadre === cadre % perScale.cadres && m.nth === nth);
    const last = moved && { last: isoDay(dayNumber(moved.first) - 1) };
    yield { cadre, enterprise: cadre * perScale.linksPerCadre + nth, first: linksBegan, ...last };
  }
  for (const { cadre: place, nth, first } of handedOn) {
    const giver = cadre - (cadre % perScale.cadres) + place;
    if (giver < cadreCount(f) && colleagueOf(f, giver) === cadre)
      yield { cadre, enterprise: giver * perScale.linksPerCadre + nth, first };
  }
}
