import { type DemoQuarter, isoDay, quarters, spread } from "./calendar.ts";
import { type Enterprise, enterprise } from "./enterprise.ts";
import { enterpriseCount, type Federation } from "./federation.ts";
import { townships } from "./places.ts";
import { draws } from "./random.ts";
import type { Row } from "./sheet.ts";

export interface Subsidy {
  readonly kind: string;
  readonly enterprise: Enterprise;
  readonly day: number;
  /** In yuan. */
  readonly amount: number;
}

interface Kind {
  readonly name: string;
  /** Share of the enterprises that 2018 leaves out, before the neglect of their township. */
  readonly missed: number;
  readonly amount: (workers: number) => number;
}

/** A chair's stipend grows with the enterprise; insurance is helped with ten yuan a worker. */
const kinds: readonly Kind[] = [
  {
    name: "主席岗位补助",
    missed: 0.14,
    amount: (workers) => (workers >= 500 ? 2400 : workers >= 200 ? 1800 : 1200),
  },
  { name: "互助保险", missed: 0.32, amount: (workers) => workers * 10 },
];

export const subsidyKinds = kinds.map(({ name }) => name);

/** 25 workers or more, private. */
const isEligible = ({ kind, workers }: Enterprise): boolean => kind === "民营" && workers >= 25;

/** Share of those reached in 2018 that each of its quarters reaches. */
const pace = [
  [0, 7],
  [1, 25],
  [2, 33],
  [3, 35],
] as const;

const pays = (f: Federation, k: number, e: Enterprise, q: number): boolean => {
  const { missed } = kinds[k] as Kind;
  const r = draws(f.seed, "subsidy")(k, e.index);
  const neglect = townships[e.township]?.neglect ?? 1;
  const reached = r.chance(1 - Math.min(0.9, missed * neglect));
  const quarter = r.weigh(pace);
  return q === 4 ? r.chance(reached ? 0.2 : 0.05) : reached && quarter === q;
};

/** In the last quarter of 2018 a stipend also went to one that is too small, and to one that is not private. */
const astray = [
  (e: Enterprise) => e.kind === "民营" && e.workers < 25,
  (e: Enterprise) => e.kind === "国有" && e.workers >= 25,
];

/** Subsidies of a quarter, by day. */
export function* subsidiesOf(f: Federation, q: number): Iterable<Subsidy> {
  const count = enterpriseCount(f);
  const wrong = q === 3 ? [...astray] : [];
  for (let i = 0; i < count; i++) {
    const e = enterprise(f, i);
    const day = spread(quarters[q] as DemoQuarter, i, count);
    const slip = wrong.findIndex((is) => is(e));
    if (slip >= 0) wrong.splice(slip, 1);
    for (const [k, { name, amount }] of kinds.entries())
      if ((isEligible(e) && pays(f, k, e, q)) || (slip >= 0 && k === 0))
        yield { kind: name, enterprise: e, day, amount: amount(e.workers) };
  }
}

/** Rows of 补助发放 for some quarters of one year. */
export function* subsidyRows(f: Federation, year: string, which: readonly number[]): Iterable<Row> {
  let serial = 0;
  for (const q of which)
    for (const { kind, enterprise: e, day, amount } of subsidiesOf(f, q))
      yield {
        发放编号: `BT${year}-${String(++serial).padStart(4, "0")}`,
        补助类型: kind,
        统一社会信用代码: e.code,
        发放日期: isoDay(day),
        金额: String(amount),
      };
}
