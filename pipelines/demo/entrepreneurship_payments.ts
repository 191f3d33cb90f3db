import { dayNumber, isoDay, lastDay, quarters } from "./calendar.ts";
import { dueOf, type Line, lineCode } from "./entrepreneurship_budget.ts";
import { type Honouree, honourees } from "./entrepreneurship_honourees.ts";
import type { Federation } from "./federation.ts";
import { draws } from "./random.ts";

/** A payment of the demonstration. */
export interface Payment {
  readonly id: string;
  readonly day: number;
  /** 项目编码 as it stands in the end. */
  readonly line: string;
  /** 项目编码 under which it was first booked, where that was put right later. */
  readonly booked?: string;
  readonly honouree: string;
  readonly cents: number;
}

type Draft = Omit<Payment, "id">;

const workdays = quarters.flatMap(({ days }) => days);
const workdayFrom = (day: number): number => workdays.find((each) => each >= day) ?? day;

const half = dueOf("创业园");

/** Of the year's places these still wait: a park, two award parks for their second half, three stars. */
const waiting = { 创业园: [131], 获奖创业园: [33, 45], 农民工之星: [77, 120, 186] } as const;

const waits = ({ line, nth }: Honouree): boolean =>
  line in waiting && (waiting[line as keyof typeof waiting] as readonly number[]).includes(nth);

/** An award park has 10万 at once, or 5万 when it is named and 5万 with the award; others have theirs at once. */
const paidTo = (f: Federation, h: Honouree): Draft[] => {
  const r = draws(f.seed, `paid ${h.line}`)(h.nth);
  const day = h.named + r.between(18, 75);
  const line = lineCode(h.year, h.line);
  const one = (at: number, amount: number): Draft => ({
    day: workdayFrom(at),
    line,
    honouree: h.id,
    cents: amount * 100,
  });
  if (h.line !== "获奖创业园") return waits(h) ? [] : [one(day, dueOf(h.line))];
  if (!waits(h) && h.nth % 5 > 1) return [one(day, dueOf(h.line))];
  const booked = h.nth % 10 === 0 ? { booked: lineCode(h.year, "创业园") } : {};
  const before = { ...one(h.named + r.between(8, 25), half), ...booked };
  return waits(h) ? [before] : [before, one(day + r.between(10, 35), half)];
};

/** The training subsidy goes to nobody by name: it is paid out for a thousand trainees as their courses end. */
const trainees: Draft[] = (
  [
    ["2018-03-28", 120_000],
    ["2018-06-26", 390_000],
    ["2018-09-20", 360_000],
    ["2018-12-18", 360_000],
    ["2019-02-27", 270_000],
  ] as const
).map(([day, amount]) => ({
  day: dayNumber(day),
  line: lineCode(2018, "参训人员" satisfies Line),
  honouree: "",
  cents: amount * 100,
}));

/** The payments of a calendar year, by day. */
export const payments = (f: Federation, year: string): Payment[] =>
  [...honourees(f).flatMap((h) => paidTo(f, h)), ...trainees]
    .filter(({ day }) => day <= lastDay && isoDay(day).startsWith(year))
    .sort((a, b) => a.day - b.day || (a.honouree < b.honouree ? -1 : 1))
    .map((draft, i) => ({ ...draft, id: `BF${year}-${String(i + 1).padStart(4, "0")}` }));
