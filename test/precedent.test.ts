import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { disclosed } from "../src/disclosure.ts";
import type { Figure } from "../src/figure.ts";
import type { Indicator } from "../src/indicator.ts";
import { words } from "../src/words.ts";
import { solvedBy } from "./solved.ts";

const people: Indicator = {
  id: "people",
  words: words("人数", "people"),
  unit: "person",
  from: "room.cases",
  numerator: "sum(people)",
  by: { area: "area" },
  span: "flow",
  formula: words("", ""),
  reading: words("", ""),
  source: { quote: "", from: words("", "") },
  better: "more",
};
const indicators = new Map([["room.people", people]]);
const limits = { people: 10, cases: 3, dominance: 10 };

/** One quarter: persons by area and by month, and their sum. @param rows persons by area, in each by month */
const table = (rows: readonly (readonly number[])[]): Figure[] => {
  const figure = (n: number, by: Figure["by"]): Figure => ({
    indicator: "room.people",
    quarter: "2018Q4",
    span: "quarter",
    by,
    value: String(n),
    numerator: String(n),
    denominator: null,
    unit: "person",
  });
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const months = (rows[0] ?? []).map((_, m) => sum(rows.map((row) => row[m] as number)));
  return [
    figure(sum(months), {}),
    ...rows.map((row, i) => figure(sum(row), { area: `a${i}` })),
    ...(months.length > 1 ? months.map((n, i) => figure(n, { month: `2018-1${i}` })) : []),
  ];
};
const isHidden = (figure: Figure | undefined): boolean => figure?.hidden?.value !== undefined;

/**
 * Places that a reader finds who guesses rightly which numbers have not changed since the release, and then adds and
 * subtracts.
 */
const foundBy = (
  then: readonly Figure[],
  now: readonly Figure[],
  was: readonly Figure[],
  is: readonly Figure[],
): number[] => {
  const size = now.length;
  const unchanged = (i: number): boolean => was[i]?.value === is[i]?.value;
  /** The unknowns: today's numbers, then those of the release that have changed. */
  const column = (i: number, which: "then" | "now"): number | undefined => {
    const hidden = which === "then" ? isHidden(then[i]) : isHidden(now[i]);
    if (!hidden || (unchanged(i) && !(isHidden(then[i]) && isHidden(now[i])))) return undefined;
    return which === "now" || unchanged(i) ? i : size + i;
  };
  const row = (which: "then" | "now", dimension: string): number[] => {
    const coefficients = Array<number>(2 * size).fill(0);
    for (const [i, { by }] of is.entries()) {
      const at = column(i, which);
      if (at !== undefined && (i === 0 || dimension in by)) coefficients[at] = i === 0 ? -1 : 1;
    }
    return coefficients;
  };
  const dimensions = ["area", "month"].filter((dimension) => is.some(({ by }) => dimension in by));
  const rows = dimensions.flatMap((dimension) => [row("then", dimension), row("now", dimension)]);
  return solvedBy(rows).filter((i) => i < size);
};

const few = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 40 }));
const matrix = fc
  .tuple(fc.integer({ min: 3, max: 6 }), fc.integer({ min: 1, max: 3 }))
  .chain(([areas, months]) =>
    fc.array(fc.array(few, { minLength: months, maxLength: months }), { minLength: areas, maxLength: areas }),
  );
const changes = fc.array(
  fc.record({ area: fc.nat(5), month: fc.nat(2), by: fc.integer({ min: -12, max: 12 }) }),
  { maxLength: 3 },
);

describe("a release beside an earlier one", () => {
  it("never lets a withheld number be found, and keeps withheld what was", () => {
    fc.assert(
      fc.property(matrix, changes, (before, moved) => {
        const after = before.map((row) => [...row]);
        for (const { area, month, by } of moved) {
          const n = after[area]?.[month];
          if (n !== undefined) (after[area] as number[])[month] = Math.max(0, n + by);
        }
        const [was, is] = [table(before), table(after)];
        const then = disclosed(was, indicators, limits).figures;
        const { figures: now, uncovered } = disclosed(is, indicators, limits, [then]);
        for (const [i, figure] of then.entries()) if (isHidden(figure)) expect(isHidden(now[i])).toBe(true);
        expect(uncovered).toBe(0);
        const sensitive = (i: number): boolean => {
          const n = Number(is[i]?.value);
          const toldBefore = !isHidden(then[i]) && was[i]?.value === is[i]?.value;
          return n > 0 && n < limits.people && !toldBefore;
        };
        expect(foundBy(then, now, was, is).filter(sensitive)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it("tells nothing at all that is in a sum with a number that nothing would cover", () => {
    const gone = (figures: readonly Figure[]): Figure[] => figures.filter(({ value }) => value !== "0");
    const lower = { ...limits, people: 5 };
    const first = disclosed(table([[22], [8], [33]]), indicators, lower).figures;
    const second = disclosed(table([[31], [8], [39]]), indicators, limits, [first]).figures;
    expect(second.map(isHidden)).toEqual([false, false, true, false]);
    // The 8 is nowhere today, but 78 − 31 − 39 stands in the releases, and today's 31 would say that it still holds.
    const now = gone(table([[31], [0], [40]]));
    const later = table([[50], [60], [70]]).map((figure) => ({ ...figure, quarter: "2019Q1" }));
    const { figures, uncovered, closed } = disclosed([...now, ...later], indicators, limits, [first, second]);
    expect(uncovered).toBe(1);
    expect(closed).toEqual(["room.people"]);
    for (const figure of figures.filter(({ quarter }) => quarter === "2018Q4"))
      expect(figure).toMatchObject({ value: null, numerator: null, hidden: { value: "※" } });
    // Nothing of another year stands in a sum with it.
    expect(figures.slice(now.length).map(isHidden)).toEqual([false, false, false, false]);
  });

  it("withholds a total that would give away who came since", () => {
    const then = disclosed(table([[20], [30], [40]]), indicators, limits).figures;
    expect(then.some(isHidden)).toBe(false);
    // One area fell to 9: the others are known, so the sum must go.
    const { figures, uncovered } = disclosed(table([[9], [30], [40]]), indicators, limits, [then]);
    expect(figures.map(isHidden)).toEqual([true, true, false, false]);
    expect(uncovered).toBe(0);
  });

  it("covers a number that fell with another that changed, not with one that is known", () => {
    const then = disclosed(table([[20], [30], [0]]), indicators, limits).figures;
    // The total stays what it was and is known: the 41 goes, or 50 − 41 would give the 9 away.
    const { figures } = disclosed(table([[9], [41], [0]]), indicators, limits, [then]);
    expect(figures.map(isHidden)).toEqual([false, true, true, false]);
  });
});
