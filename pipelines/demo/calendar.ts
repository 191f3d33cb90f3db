import { quartersBetween } from "../../src/quarter.ts";

const dayLength = 86_400_000;

/** Days are counted from 1970-01-01, so that they can be added to. */
export const dayNumber = (iso: string): number => Date.parse(iso) / dayLength;

export const isoDay = (n: number): string => new Date(n * dayLength).toISOString().slice(0, 10);

/** National holidays of the period, as first and last day off. */
const holidays = [
  ["2018-01-01", "2018-01-01"],
  ["2018-02-15", "2018-02-21"],
  ["2018-04-05", "2018-04-07"],
  ["2018-04-29", "2018-05-01"],
  ["2018-06-18", "2018-06-18"],
  ["2018-09-24", "2018-09-24"],
  ["2018-10-01", "2018-10-07"],
  ["2019-01-01", "2019-01-01"],
  ["2019-02-04", "2019-02-10"],
].map(([first, last]) => [dayNumber(first as string), dayNumber(last as string)] as const);

const works = (n: number): boolean => {
  const weekday = (n + 4) % 7;
  return weekday !== 0 && weekday !== 6 && !holidays.some(([first, last]) => first <= n && n <= last);
};

/** Working days from the one to the other, both inclusive, as day numbers. */
export const workdays = (first: string, last: string): number[] => {
  const from = dayNumber(first);
  return Array.from({ length: dayNumber(last) - from + 1 }, (_, i) => from + i).filter(works);
};

/** The five quarters that the demonstration tells of, with their working days. */
export const quarters = quartersBetween("2018Q1", "2019Q1").map((q) => ({
  ...q,
  days: workdays(q.firstDay, q.lastDay),
}));

export type DemoQuarter = (typeof quarters)[number];

/** Nothing in the demonstration is dated later. */
export const lastDay = dayNumber("2019-03-31");

/** The months of a quarter, each as its working days. */
export const monthsOf = (q: DemoQuarter): number[][] => {
  const months = new Map<string, number[]>();
  for (const n of q.days) {
    const month = isoDay(n).slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), n]);
  }
  return [...months.values()];
};

/** The `i`-th of `n` things spread evenly over a quarter's working days, so that numbers and dates rise together. */
export const spread = (q: DemoQuarter, i: number, n: number): number =>
  q.days[Math.floor((i * q.days.length) / n)] as number;

/** The last day of a day's quarter. */
export const quarterEnd = (day: number): string => {
  const iso = isoDay(day);
  return (quarters.find((q) => q.firstDay <= iso && iso <= q.lastDay) as DemoQuarter).lastDay;
};
