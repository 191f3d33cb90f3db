/** How many days a month (1–12) of the Gregorian calendar has. */
export const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
};

const padded = (n: number, width: number): string => String(n).padStart(width, "0");

/** YYYY-MM. */
export const isoMonth = (year: number, month: number): string => `${padded(year, 4)}-${padded(month, 2)}`;

/** YYYY-MM-DD. */
export const isoDay = (year: number, month: number, day: number): string =>
  `${isoMonth(year, month)}-${padded(day, 2)}`;

/** Excel's day number (1900 system, from March 1900 on) as YYYY-MM-DD: 43529 is 2019-03-05. */
export const dayOfSerial = (serial: number): string =>
  new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
