import { after, before, dayOf, daysIn, monthsOf, nextQuarter, quarter } from "../calendar.ts";
import type { Chance } from "../chance.ts";
import type { FormId } from "../forms.ts";
import type { Row, Sheet, Value } from "../writing.ts";

/** What all registers of one invented federation share: its quarters, and who and what there is to point to. */
export interface World {
  readonly chance: Chance;
  readonly firstMonth: number;
  readonly quarters: readonly string[];
  /** A day at the edge of something as often as not: of a quarter, of a month. */
  readonly day: () => string;
  /** The first or last day of a quarter, or one beside it. */
  readonly edge: () => string;
  /** A day not before another one. */
  readonly later: (than: string) => string;
}

export const worldOf = (chance: Chance): World => {
  const firstMonth = chance.from([1, 1, 1, 4, 10]);
  const quarters = ["2018Q3"];
  for (let n = chance.between(1, 4); n > 0; n--) quarters.push(nextQuarter(quarters.at(-1) as string));
  const day = (): string => {
    const id = chance.from(quarters);
    const { first, last } = quarter(id, firstMonth);
    const month = chance.from(monthsOf(id, firstMonth));
    const [y, m] = month.first.split("-").map(Number) as [number, number];
    const any = dayOf(y, m, chance.between(1, daysIn(y, m)));
    return chance.from([
      first,
      last,
      after(first),
      before(last),
      month.first,
      month.last,
      any,
      any,
      any,
      any,
    ]);
  };
  const edge = (): string => {
    const { first, last } = quarter(chance.from(quarters), firstMonth);
    return chance.from([first, first, last, last, before(first), after(first), before(last)]);
  };
  const later = (than: string): string => {
    for (let i = 0; i < 20; i++) {
      const found = chance.yes(0.5) ? edge() : day();
      if (found >= than) return found;
    }
    return than;
  };
  return { chance, firstMonth, quarters, day, edge, later };
};

const bad: Record<string, readonly string[]> = {
  day: ["2018-02-30", "2018年9月", "3/4/18", "待定"],
  money: ["若干", "3.4E+05x"],
  count: ["几个", "-3"],
  word: ["不详"],
  text: [""],
};

/** Spoils one cell of a row, so that the row has to be refused. */
export const spoilt = (
  row: Row,
  columns: Readonly<Record<string, keyof typeof bad>>,
  chance: Chance,
): Row => {
  const [id, kind] = chance.from(Object.entries(columns)) as [string, string];
  return { ...row, [id]: { raw: chance.from(bad[kind] ?? [""]) } satisfies Value };
};

interface History {
  /** The same thing told otherwise: same key, other values. */
  readonly again?: (row: Row) => Row;
  /** Columns that may be spoilt, by kind. */
  readonly spoil?: Readonly<Record<string, string>>;
  readonly units?: readonly string[];
}

/**
 * Lays rows into one to three files, with corrections, repeats, refused rows and returns of nothing among them. Which of
 * two rows with one key counts is for the order of files and lines to say.
 */
export const sheetsOf = (
  { chance, quarters, day }: World,
  form: FormId,
  rows: readonly Row[],
  { again, spoil, units }: History = {},
): Sheet[] => {
  const all = rows.flatMap((row) => [
    row,
    ...(again && chance.yes(0.15) ? [again(row)] : []),
    ...(chance.yes(0.06) ? [row] : []),
    ...(spoil && chance.yes(0.06) ? [spoilt(again ? again(row) : row, spoil, chance)] : []),
  ]);
  const files = chance.between(1, 3);
  const parts: Row[][] = Array.from({ length: files }, () => []);
  for (const row of chance.yes(0.5) ? chance.shuffled(all) : all) chance.from(parts).push(row);
  return parts.map((part) => ({
    form,
    name: "",
    rows: part,
    ...(units && chance.yes(0.7) && { unit: chance.from(units) }),
    ...(chance.yes(0.35) && { period: chance.from(quarters) }),
    ...(chance.yes(0.35) && { filed: day() }),
  }));
};
