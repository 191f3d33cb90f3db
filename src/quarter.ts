/** A quarter of the reporting year, with what it is compared to. Dates are ISO days, both inclusive. */
export interface Quarter {
  /** `2018Q4`. */
  readonly id: string;
  readonly year: string;
  readonly firstDay: string;
  readonly lastDay: string;
  /** 环比 is measured against this one. */
  readonly previous: string;
  /** 同比 is measured against this one. */
  readonly yearBefore: string;
}

const pattern = /^(\d{4})Q([1-4])$/;

/** Whether a text names a quarter, like 2018Q4. */
export const isQuarter = (text: string): boolean => pattern.test(text);

/** Quarters counted from year 0, so that neighbours differ by one. @throws when `id` is not like 2018Q4 */
export const ordinal = (id: string): number => {
  const match = pattern.exec(id);
  if (!match) throw new Error(`not a quarter: ${id}`);
  return Number(match[1]) * 4 + Number(match[2]) - 1;
};

const named = (n: number): string => `${Math.floor(n / 4)}Q${(n % 4) + 1}`;

const isoDay = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

/**
 * Settles a quarter from its name.
 * @param id `2018Q4`
 * @param firstMonth first month of the reporting year, 1–12. A year that does not start in January is named
 *   after the calendar year it ends in: with 10, 2018Q1 is October to December 2017.
 */
export const quarter = (id: string, firstMonth = 1): Quarter => {
  const n = ordinal(id);
  const year = Math.floor(n / 4);
  const start = (firstMonth === 1 ? year : year - 1) * 12 + firstMonth - 1 + (n % 4) * 3;
  return {
    id,
    year: String(year),
    firstDay: isoDay(Math.floor(start / 12), start % 12, 1),
    lastDay: isoDay(Math.floor((start + 3) / 12), (start + 3) % 12, 0),
    previous: named(n - 1),
    yearBefore: named(n - 4),
  };
};

/** Every quarter from the one to the other, both inclusive. */
export const quartersBetween = (first: string, last: string, firstMonth = 1): Quarter[] =>
  Array.from({ length: ordinal(last) - ordinal(first) + 1 }, (_, i) =>
    quarter(named(ordinal(first) + i), firstMonth),
  );

/** The quarter in which a day (YYYY-MM-DD) lies. */
export const quarterOf = (day: string, firstMonth = 1): string => {
  const year = Number(day.slice(0, 4));
  const months = year * 12 + Number(day.slice(5, 7)) - firstMonth;
  return named(Math.floor(months / 3) + (firstMonth === 1 ? 0 : 4));
};
