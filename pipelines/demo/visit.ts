import { cadreCode, colleagueOf, linksOf } from "./cadre.ts";
import { type DemoQuarter, dayNumber, isoDay, monthsOf, quarterEnd, quarters } from "./calendar.ts";
import { type Enterprise, enterprise, othersOf } from "./enterprise.ts";
import { cadreCount, type Federation } from "./federation.ts";
import { townships } from "./places.ts";
import { draws, type Random } from "./random.ts";

export interface Visit {
  /** Serial number in its quarter, from 1. */
  readonly serial: number;
  readonly quarter: string;
  readonly day: number;
  readonly enterprise: Enterprise;
  /** Who went. */
  readonly cadre: number;
  /** Went in a colleague's stead. */
  readonly instead: boolean;
  readonly mode: string;
  readonly tasks: string;
  readonly logged: number;
}

/** Share of enterprises a quarter leaves unvisited, and of visits made to the others each month. */
const course: Readonly<Record<string, { neglect: number; monthly: number; others: number }>> = {
  "2018Q1": { neglect: 0.165, monthly: 0.92, others: 0.6 },
  "2018Q2": { neglect: 0.14, monthly: 0.94, others: 0.65 },
  "2018Q3": { neglect: 0.125, monthly: 0.93, others: 0.68 },
  "2018Q4": { neglect: 0.08, monthly: 0.965, others: 0.8 },
  "2019Q1": { neglect: 0.085, monthly: 0.94, others: 0.78 },
};

/** Of every hundred cadres, those who fall behind. */
const lax = new Set([17, 42, 58, 83, 96]);

const modes = [
  ["实地", 87],
  ["电话", 8],
  ["线上", 5],
] as const;

const tasks = [
  ["工会组建", 14],
  ["职工维权", 17],
  ["推进职工互助保障", 13],
  ["困难帮扶", 11],
  ["技能培训", 10],
  ["安全生产", 10],
  ["政策宣讲", 11],
  ["集体协商", 6],
  ["文体活动", 5],
  ["女职工关爱", 3],
] as const;

const taskOrder = tasks.map(([name]) => name);

const tasksOf = (r: Random): string => {
  const chosen = new Set([r.weigh(tasks), ...(r.chance(0.25) ? [r.weigh(tasks)] : [])]);
  return taskOrder.filter((task) => chosen.has(task)).join("、");
};

const loggedAfter = (r: Random): number => (r.chance(0.11) ? r.between(8, 21) : r.below(6));

type Going = Omit<Visit, "serial" | "quarter">;

/** Nothing is logged after the quarter's file went out. */
const outAfter = 8;

const going = (f: Federation, r: Random, e: Enterprise, cadre: number, days: readonly number[]): Going => {
  const day = r.pick(days);
  const out = dayNumber(quarterEnd(day)) + outAfter;
  const instead = r.chance(0.03);
  return {
    day,
    enterprise: e,
    cadre: instead ? colleagueOf(f, cadre) : cadre,
    instead,
    mode: r.weigh(modes),
    tasks: tasksOf(r),
    logged: Math.min(day + loggedAfter(r), out),
  };
};

/** A linked enterprise in a month: no visit, one, sometimes two, sometimes one by two cadres. */
function* linkedVisits(
  f: Federation,
  q: number,
  month: number,
  cadre: number,
  index: number,
  days: number[],
) {
  const { neglect, monthly } = course[(quarters[q] as DemoQuarter).id] as (typeof course)[string];
  const e = enterprise(f, index);
  const place = townships[e.township] as (typeof townships)[number];
  const fate = draws(f.seed, "neglect")(index, q);
  const r = draws(f.seed, "linked visit")(index, q, month);
  if (fate.chance(Math.min(0.6, neglect * place.neglect))) {
    if (month === fate.below(9)) yield { ...going(f, r, e, cadre, days), mode: "电话" };
    return;
  }
  if (!r.chance(lax.has(cadre % 100) ? monthly * 0.55 : monthly)) return;
  const visit = going(f, r, e, cadre, days);
  yield visit;
  if (r.chance(0.01)) yield { ...visit, cadre: colleagueOf(f, visit.cadre), instead: false };
  if (r.chance(0.02)) {
    const again = going(f, r, e, cadre, days);
    if (again.day !== visit.day) yield again;
  }
}

function* otherVisits(
  f: Federation,
  q: number,
  month: number,
  cadre: number,
  days: number[],
): Iterable<Going> {
  const { others } = course[(quarters[q] as DemoQuarter).id] as (typeof course)[string];
  for (const index of othersOf(f, cadre)) {
    const e = enterprise(f, index);
    const fate = draws(f.seed, "other visit")(index, q);
    const chosen = fate.chance(e.aboveScale ? others : 0.15) && fate.below(3) === month;
    if (chosen) yield going(f, draws(f.seed, "other going")(index, q), e, cadre, days);
  }
}

const byDay = (a: Going, b: Going): number => a.day - b.day;

/** A quarter's visits: month by month, cadre by cadre, day by day. */
export function* visits(f: Federation, q: number): Iterable<Visit> {
  const quarter = quarters[q] as DemoQuarter;
  let serial = 0;
  for (const [month, days] of monthsOf(quarter).entries()) {
    const first = isoDay(days[0] as number).slice(0, 8);
    for (let cadre = 0; cadre < cadreCount(f); cadre++) {
      const made: Going[] = [];
      for (const link of linksOf(f, cadre))
        if (link.first <= `${first}01` && (link.last ?? "9") > `${first}01`)
          made.push(...linkedVisits(f, q, month, cadre, link.enterprise, days));
      made.push(...otherVisits(f, q, month, cadre, days));
      for (const visit of made.sort(byDay)) yield { ...visit, serial: ++serial, quarter: quarter.id };
    }
  }
}

/** 走访编号 */
export const visitCode = ({ quarter, serial }: Visit): string =>
  `Z${quarter.slice(2)}-${String(serial).padStart(4, "0")}`;

/** 干部编号 of whoever went. */
export const visitorCode = (f: Federation, visit: Visit): string => cadreCode(f, visit.cadre);
