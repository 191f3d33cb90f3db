/** Days as text, YYYY-MM-DD; quarters of a reporting year that may begin in any month, as 2018Q4. */
const two = (n: number): string => String(n).padStart(2, "0");

const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
export const daysIn = (year: number, month: number): number =>
  month === 2 ? (leap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

export const dayOf = (year: number, month: number, day: number): string =>
  `${year}-${two(month)}-${two(day)}`;

/** True of a day that stands in a calendar. */
export const exists = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);

const numbers = (day: string): [number, number, number] =>
  day.split("-").map(Number) as [number, number, number];

export const after = (day: string): string => {
  const [y, m, d] = numbers(day);
  if (d < daysIn(y, m)) return dayOf(y, m, d + 1);
  return m < 12 ? dayOf(y, m + 1, 1) : dayOf(y + 1, 1, 1);
};

export const before = (day: string): string => {
  const [y, m, d] = numbers(day);
  if (d > 1) return dayOf(y, m, d - 1);
  return m > 1 ? dayOf(y, m - 1, daysIn(y, m - 1)) : dayOf(y - 1, 12, 31);
};

/** Days counted from 1900-01-01 = 2, as Excel does after February 1900. */
export const serialOf = (day: string): number => {
  const [y, m, d] = numbers(day);
  let n = 1;
  for (let year = 1900; year < y; year++) n += leap(year) ? 366 : 365;
  for (let month = 1; month < m; month++) n += daysIn(y, month);
  return n + d;
};

export const dayOfSerial = (serial: number): string => {
  let [year, month, rest] = [1900, 1, serial - 1];
  while (rest > (leap(year) ? 366 : 365)) rest -= leap(year++) ? 366 : 365;
  while (rest > daysIn(year, month)) rest -= daysIn(year, month++);
  return dayOf(year, month, rest);
};

export interface Span {
  readonly id: string;
  readonly first: string;
  readonly last: string;
}

const monthAt = (count: number): [number, number] => [Math.floor(count / 12), (count % 12) + 1];

/** The months from a first one (counted from year 0), so many of them, under a name. */
const span = (id: string, first: number, months: number): Span => {
  const [year, month] = monthAt(first);
  const [endYear, endMonth] = monthAt(first + months - 1);
  return { id, first: dayOf(year, month, 1), last: dayOf(endYear, endMonth, daysIn(endYear, endMonth)) };
};

/** A reporting year that does not begin in January bears the name of the calendar year that it ends in. */
const start = (id: string, firstMonth: number): number =>
  (Number(id.slice(0, 4)) - (firstMonth > 1 ? 1 : 0)) * 12 + firstMonth - 1 + (Number(id[5]) - 1) * 3;

export const quarter = (id: string, firstMonth: number): Span => span(id, start(id, firstMonth), 3);

export const monthsOf = (id: string, firstMonth: number): Span[] =>
  [0, 1, 2].map((i) => {
    const count = start(id, firstMonth) + i;
    const [year, month] = monthAt(count);
    return span(`${year}-${two(month)}`, count, 1);
  });

export const nextQuarter = (id: string): string =>
  id[5] === "4" ? `${Number(id.slice(0, 4)) + 1}Q1` : `${id.slice(0, 5)}${Number(id[5]) + 1}`;

/** The quarter that a day lies in. */
export const quarterOf = (day: string, firstMonth: number): string => {
  const year = Number(day.slice(0, 4));
  for (const y of [year, year + 1])
    for (const n of [1, 2, 3, 4]) {
      const { id, first, last } = quarter(`${y}Q${n}`, firstMonth);
      if (first <= day && day <= last) return id;
    }
  throw new Error(day);
};
