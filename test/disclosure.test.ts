import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { organisation } from "../pipelines/index.ts";
import type { Cell, Sum } from "../src/cell.ts";
import type { Figure } from "../src/figure.ts";
import { editionOf, publicFigures } from "../src/node/publish.ts";
import { releasesIn } from "../src/node/releases.ts";
import { revisionsSince } from "../src/node/revisions.ts";
import { suppress } from "../src/suppression.ts";
import { demonstration } from "./demonstration.ts";
import { home, rooms, type Workbench } from "./workbench.ts";

/** A fraction in lowest terms is not needed: cross products decide, with whole numbers of any size. */
type Fraction = readonly [bigint, bigint];
const minus = (a: Fraction, b: Fraction): Fraction => reduced([a[0] * b[1] - b[0] * a[1], a[1] * b[1]]);
const times = (a: Fraction, b: Fraction): Fraction => reduced([a[0] * b[0], a[1] * b[1]]);
const over = (a: Fraction, b: Fraction): Fraction => reduced([a[0] * b[1], a[1] * b[0]]);
const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
const reduced = ([n, d]: Fraction): Fraction => {
  const by = gcd(n, d) * (d < 0n ? -1n : 1n);
  return by === 0n ? [0n, 1n] : [n / by, d / by];
};

/** Solves the sums for the hidden cells over the rationals, by its own way: which of them have one value only? */
const found = (hidden: ReadonlySet<number>, sums: readonly Sum[]): number[] => {
  const unknown = [...hidden];
  const rows: Fraction[][] = sums
    .map(({ total, parts }) =>
      unknown.map((cell): Fraction => {
        const n = parts.filter((part) => part === cell).length - (total === cell ? 1 : 0);
        return [BigInt(n), 1n];
      }),
    )
    .filter((row) => row.some(([n]) => n !== 0n));
  let rank = 0;
  for (let column = 0; column < unknown.length && rank < rows.length; column++) {
    const pivot = rows.findIndex((row, i) => i >= rank && row[column]?.[0] !== 0n);
    if (pivot < 0) continue;
    [rows[rank], rows[pivot]] = [rows[pivot] as Fraction[], rows[rank] as Fraction[]];
    const lead = rows[rank]?.[column] as Fraction;
    rows[rank] = (rows[rank] as Fraction[]).map((x) => over(x, lead));
    rows.forEach((row, i) => {
      const by = row[column] as Fraction;
      if (i === rank || by[0] === 0n) return;
      rows[i] = row.map((x, c) => minus(x, times(by, rows[rank]?.[c] as Fraction)));
    });
    rank++;
  }
  return rows
    .slice(0, rank)
    .filter((row) => row.filter(([n]) => n !== 0n).length === 1)
    .map((row) => unknown[row.findIndex(([n]) => n !== 0n)] as number);
};

const threshold = 10n;
const cell = (value: bigint, pinned: boolean): Cell => {
  const sensitive = value > 0n && value < threshold;
  return { value, sensitive, pinned, ...(sensitive && { told: [1n, threshold - 1n] as const }) };
};

/** Rows by columns with both totals and the grand total: cells in reading order. */
const grid = (values: readonly (readonly bigint[])[]): { cells: Cell[]; sums: Sum[] } => {
  const [rows, columns] = [values.length, values[0]?.length ?? 0];
  const add = (all: readonly bigint[]): bigint => all.reduce((sum, n) => sum + n, 0n);
  const byColumn = Array.from({ length: columns }, (_, c) => add(values.map((row) => row[c] as bigint)));
  const cells = [
    ...values.flatMap((row) => [...row.map((n) => cell(n, false)), cell(add(row), true)]),
    ...byColumn.map((n) => cell(n, true)),
    cell(add(byColumn), true),
  ];
  const at = (r: number, c: number): number => r * (columns + 1) + c;
  const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
  const sums = [
    ...range(rows + 1).map((r) => ({ total: at(r, columns), parts: range(columns).map((c) => at(r, c)) })),
    ...range(columns + 1).map((c) => ({ total: at(rows, c), parts: range(rows).map((r) => at(r, c)) })),
  ];
  return { cells, sums };
};

const amount = fc.oneof(fc.constant(0n), fc.bigInt(1n, 9n), fc.bigInt(10n, 60n));

describe("hiding numbers in tables", () => {
  it("leaves no small number that can be found by subtraction, in thousands of random tables", () => {
    fc.assert(
      fc.property(
        fc
          .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 6 }))
          .chain(([r, c]) =>
            fc.array(fc.array(amount, { minLength: c, maxLength: c }), { minLength: r, maxLength: r }),
          ),
        (values) => {
          const { cells, sums } = grid(values);
          const hidden = suppress(cells, sums);
          const exposed = found(hidden, sums).filter((at) => cells[at]?.sensitive);
          expect(exposed).toEqual([]);
          cells.forEach(({ sensitive }, at) => {
            if (sensitive) expect(hidden.has(at)).toBe(true);
          });
        },
      ),
      { numRuns: 3000 },
    );
  });

  it("leaves at least two values that each small number could have, by trying them all", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constant(0n), fc.bigInt(1n, 12n)), { minLength: 2, maxLength: 5 }),
        (values) => {
          const total = values.reduce((sum, n) => sum + n, 0n);
          const cells = [...values.map((n) => cell(n, false)), cell(total, true)];
          const sums = [{ total: values.length, parts: values.map((_, i) => i) }];
          const hidden = suppress(cells, sums);
          const options = cells.map(({ value, told }, at): bigint[] => {
            if (!hidden.has(at)) return [value];
            const [low, high] = told ?? [0n, 70n];
            return Array.from({ length: Number(high - low) + 1 }, (_, i) => low + BigInt(i));
          });
          const possible = cells.map(() => new Set<bigint>());
          const walk = (at: number, sum: bigint, chosen: bigint[]): void => {
            if (at === values.length) {
              if (!(options[at] as bigint[]).includes(sum)) return;
              for (const [i, n] of [...chosen, sum].entries()) possible[i]?.add(n);
              return;
            }
            for (const n of options[at] as bigint[]) walk(at + 1, sum + n, [...chosen, n]);
          };
          fc.pre(options.reduce((n, o) => n * o.length, 1) < 200_000);
          walk(0, 0n, []);
          cells.forEach(({ sensitive }, at) => {
            if (sensitive) expect(possible[at]?.size, values.join(" ")).toBeGreaterThan(1);
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it("hides nothing where nothing is small, and shows zeros", () => {
    const { cells, sums } = grid([
      [10n, 0n],
      [40n, 12n],
    ]);
    expect(suppress(cells, sums).size).toBe(0);
  });
});

describe("the public edition of the demonstration", () => {
  let bench: Workbench;
  let all: readonly Figure[];
  let open: readonly Figure[];
  beforeAll(async () => {
    ({ bench, figures: all } = await demonstration());
    open = editionOf(all, organisation, "public");
  });
  afterAll(() => bench?.close());

  const same = (a: Figure, b: Figure): boolean =>
    a.indicator === b.indicator &&
    a.quarter === b.quarter &&
    a.span === b.span &&
    JSON.stringify(a.by) === JSON.stringify(b.by);

  /** Beginnings of names of indicators whose money is a public budget: nobody's private matter. */
  const publicMoney = [
    "entrepreneurship.",
    "stations.",
    "measures.special_",
    "measures.pooled_",
    "measures.undetermined_",
  ];

  it("tells of the quarter that was released what one corrected file has changed since, and nothing else", async () => {
    const releases = releasesIn(path.join(home, "releases"), true);
    expect(releases.map(({ quarter, edition }) => [quarter, edition])).toEqual([["2018Q4", 1]]);
    const now = publicFigures(all, organisation, releases);
    expect(now.uncovered).toBe(0);
    const revisions = await bench.ask((warehouse) =>
      revisionsSince(warehouse, organisation, now.figures, releases, rooms),
    );
    // The correction moves five cases, by 40,700 yuan in all; 30,800 of it are wages.
    const moved = (indicator: string): string | null | undefined =>
      revisions.find(
        (r) => r.indicator === indicator && r.span === "quarter" && Object.keys(r.by).length === 0,
      )?.difference;
    expect(moved("legal_aid.recovered")).toBe("-40700");
    expect(moved("legal_aid.wages_recovered")).toBe("-30800");
    expect(new Set(revisions.map(({ causes }) => JSON.stringify(causes)))).toEqual(
      new Set([
        JSON.stringify([{ kind: "corrected", files: ["demo/legal_aid/案件台账-市本级-2018Q4更正.csv"] }]),
      ]),
    );
  });

  it("knows who stands behind every amount of money that is not a public budget", () => {
    const bare = organisation.rooms.flatMap((room) =>
      room.indicators
        .filter(
          ({ unit, parts, behind }) =>
            [unit, parts?.numerator, parts?.denominator].includes("yuan") && !behind,
        )
        .map(({ id }) => `${room.id}.${id}`)
        .filter((name) => !publicMoney.some((beginning) => name.startsWith(beginning))),
    );
    expect(bare).toEqual([]);
  });

  it("shows no count of persons from one to nine who are helped", () => {
    const persons = new Set(
      organisation.rooms.flatMap((room) =>
        room.indicators
          .filter((i) => (i.unit === "person" || i.unit === "person_time") && !i.inOffice)
          .map((i) => `${room.id}.${i.id}`),
      ),
    );
    const small = open.filter(
      (f) => persons.has(f.indicator) && f.value !== null && Number(f.value) > 0 && Number(f.value) < 10,
    );
    expect(small).toEqual([]);
    expect(open.filter((f) => f.hidden?.value === "<10").length).toBeGreaterThan(0);
    expect(open.some((f) => f.behind !== undefined || f.by.applicant_kind !== undefined)).toBe(false);
  });

  it("shows the totals that the federation lives by", () => {
    for (const name of [
      "legal_aid.recovered",
      "legal_aid.city_recovered",
      "legal_aid.people",
      "training.learners",
    ])
      expect(
        open.find((f) => f.indicator === name && f.quarter === "2018Q4" && Object.keys(f.by).length === 0)
          ?.value,
      ).not.toBeNull();
    const totals = open.filter((f) => Object.keys(f.by).length === 0 && f.hidden);
    expect(totals.length).toBeLessThan(open.filter((f) => Object.keys(f.by).length === 0).length / 20);
  });

  it("gives no hidden amount or count away by subtraction within any indicator's tables", () => {
    const published = new Map<string, Figure[]>();
    for (const figure of open)
      published.set(figure.indicator, [...(published.get(figure.indicator) ?? []), figure]);
    for (const [indicator, figures] of published) {
      const original = all.filter((f) => f.indicator === indicator);
      for (const part of ["value", "numerator", "denominator"] as const) {
        const truth = figures.map((f) =>
          BigInt(Math.round(Number(original.find((o) => same(o, f))?.[part] ?? 0) * 100)),
        );
        const hidden = new Set(figures.flatMap((f, i) => (f.hidden?.[part] !== undefined ? [i] : [])));
        if (hidden.size === 0) continue;
        const sums: Sum[] = [];
        const add = (total: number, parts: number[]): void => {
          if (parts.length > 0 && parts.reduce((n, i) => n + (truth[i] as bigint), 0n) === truth[total])
            sums.push({ total, parts });
        };
        figures.forEach((f, total) => {
          const beside = figures.flatMap((g, i) =>
            g.quarter === f.quarter && g.span === f.span && Object.keys(g.by).length === 1 ? [i] : [],
          );
          if (Object.keys(f.by).length === 0)
            for (const dimension of new Set(
              beside.map((i) => Object.keys(figures[i]?.by ?? {})[0] as string),
            ))
              add(
                total,
                beside.filter((i) => dimension in (figures[i]?.by ?? {})),
              );
          if (f.span === "year")
            add(
              total,
              figures.flatMap((g, i) =>
                g.span === "quarter" &&
                g.quarter.slice(0, 4) === f.quarter.slice(0, 4) &&
                g.quarter <= f.quarter &&
                JSON.stringify(g.by) === JSON.stringify(f.by)
                  ? [i]
                  : [],
              ),
            );
        });
        const small = new Set(figures.flatMap((f, i) => (f.hidden?.[part] === "<10" ? [i] : [])));
        expect(
          found(hidden, sums).filter((i) => small.has(i)),
          `${indicator} ${part}`,
        ).toEqual([]);
      }
    }
  });
});
