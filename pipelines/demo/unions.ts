import { type DemoQuarter, dayNumber, isoDay, quarters } from "./calendar.ts";
import { type Enterprise, enterprise } from "./enterprise.ts";
import { enterpriseCount, type Federation } from "./federation.ts";
import { home, townships } from "./places.ts";
import { draws } from "./random.ts";

/** A union as the register has it. */
export interface Union {
  readonly id: string;
  readonly name: string;
  readonly code?: string;
  readonly form: "单独" | "联合" | "行业";
  readonly founded: number;
  readonly workers: number;
  readonly members: number;
}

const firstFounded = dayNumber("2003-03-03");
/** From the first founding to the end of 2017. */
const daysBefore = 5_400;

/** Of the unions founded in the five quarters, how many fall in each. */
const busy = [4, 6, 4, 7, 5] as const;

/** 职工25人以上 or above scale. */
const isDue = (e: Enterprise): boolean => e.aboveScale || e.workers >= 25;

/** The day number on which an enterprise's union was founded; undefined where it has none. */
const foundedIn = (f: Federation, e: Enterprise): number | undefined => {
  const r = draws(f.seed, "union")(e.index);
  const { neglect } = townships[e.township] as (typeof townships)[number];
  const before = firstFounded + r.below(daysBefore);
  const quarter = r.weigh(quarters.map((q, i) => [q, busy[i] as number] as const)) as DemoQuarter;
  const within = r.pick(quarter.days);
  if (r.chance(isDue(e) ? 0.97 - 0.05 * neglect : 0.08)) return before;
  return isDue(e) && r.chance(0.26) ? within : undefined;
};

function* ofEnterprises(f: Federation): Iterable<Union> {
  for (let i = 0; i < enterpriseCount(f); i++) {
    const e = enterprise(f, i);
    const founded = foundedIn(f, e);
    if (founded === undefined) continue;
    const name = `${e.name.slice("示范市".length, -"有限公司".length)}工会`;
    const { code, workers, members } = e;
    yield { id: `GH${String(i + 1).padStart(4, "0")}`, name, code, form: "单独", founded, workers, members };
  }
}

/** Unions of several small enterprises or of a trade: no code of the roster, and when they were founded. */
const joint = [
  ["联合", "晓鸣街道楼宇", "2009-06-18"],
  ["联合", "听澜街道沿街商户", "2012-11-07"],
  ["联合", "禾穗镇小微企业", "2015-04-22"],
  ["联合", "柳烟镇工业园", "2018-05-16"],
  ["联合", "溪语镇小微企业", "2018-10-24"],
  ["行业", `${home.name}纺织`, "2010-03-30"],
  ["行业", `${home.name}物流货运`, "2018-07-11"],
  ["行业", `${home.name}家政服务`, "2019-03-06"],
] as const;

function* ofSeveral(f: Federation): Iterable<Union> {
  for (let i = 0; i < joint.length * f.scale; i++) {
    const [form, place, day] = joint[i % joint.length] as (typeof joint)[number];
    const r = draws(f.seed, "joint union")(i);
    const workers = r.between(90, 420);
    const members = Math.round(workers * (0.55 + 0.35 * r.unit()));
    const id = `GHL${String(i + 1).padStart(3, "0")}`;
    yield { id, name: `${place}${form}工会`, form, founded: dayNumber(day), workers, members };
  }
}

/** The unions founded between two days, both inclusive; in the order of their numbers. */
export function* unionsFounded(f: Federation, first: string, last: string): Iterable<Union> {
  for (const unions of [ofEnterprises(f), ofSeveral(f)])
    for (const union of unions) {
      const day = isoDay(union.founded);
      if (first <= day && day <= last) yield union;
    }
}
