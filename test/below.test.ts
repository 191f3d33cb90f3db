import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { organisation } from "../pipelines/index.ts";
import { coveredBelow } from "../src/below_cover.ts";
import { numbersIn } from "../src/bundle.ts";
import type { Figure } from "../src/figure.ts";
import { namedIndicators } from "../src/node/figures.ts";
import { publicationOf } from "../src/node/publish.ts";
import type { Organisation } from "../src/organisation.ts";
import type { Publication } from "../src/publication.ts";
import type { BelowFigure } from "../src/published_below.ts";
import { below as drawn } from "../src/site/below.ts";
import { Edition } from "../src/site/edition.ts";
import { bundleFrom, legalAid, rosterOf } from "./bundles.ts";
import { putFederation } from "./federation.ts";
import { solvedBy } from "./solved.ts";
import { rooms, Workbench } from "./workbench.ts";

const bench = new Workbench(legalAid);
afterAll(() => bench.clear());

const publicationFor = async (
  below: Organisation["below"],
  audience: "public" | "internal" = "public",
): Promise<Publication> => {
  const said = { ...legalAid, ...(below && { below }) };
  const ingested = await bench.ingest(said);
  return bench.ask((warehouse) =>
    publicationOf({ warehouse, organisation: said, ingested, audience, rooms, releases: [] }),
  );
};
const pageOf = (publication: Publication): string => {
  const edition = new Edition(publication, { files: [], checks: [] });
  return drawn({ edition, quarter: edition.quarter("2018Q3"), lang: "zh" }).text;
};
const peopleIn = ({ below }: Publication): Record<string, string | null | undefined> =>
  Object.fromEntries(
    (below?.figures ?? [])
      .filter(({ indicator }) => indicator === "legal_aid.people")
      .map(({ federation, value, hidden }) => [federation, value ?? hidden?.value]),
  );

describe("beside own numbers that hold the same", () => {
  // Three cases of twenty persons each: the own registers have 60.
  const put = (told: Readonly<Record<string, string>>): void => {
    putFederation(bench, 2);
    bench.put("名册.csv", rosterOf(bench, ["甲", "乙", "丙"]));
    for (const [name, people] of Object.entries(told))
      bench.put(`${name}.csv`, bundleFrom(bench, name, { told: { "legal_aid.people": people } }));
  };

  it("what one federation withheld is not what the others leave: the smallest of them goes, too", async () => {
    put({ 甲: "<10", 乙: "30", 丙: "25" });
    for (const below of ["within", undefined] as const) {
      const publication = await publicationFor(below);
      expect(peopleIn(publication)).toEqual({ 甲总工会: "<10", 乙总工会: "30", 丙总工会: "※" });
      const page = pageOf(publication);
      expect(page).toContain("≥30人");
      expect(page).not.toMatch(/≥55|>25人/);
    }
  });

  it("nor what one that is late would have", async () => {
    put({ 甲: "26", 乙: "30", 丙: "1" });
    bench.put("丙.csv", "");
    const publication = await publicationFor("within");
    expect(peopleIn(publication)).toEqual({ 甲总工会: "※", 乙总工会: "30" });
    expect(pageOf(publication)).toContain("未上报：丙总工会");
  });

  it("where both are apart nothing can be subtracted, and the internal edition shows what was handed up", async () => {
    put({ 甲: "<10", 乙: "30", 丙: "25" });
    const all = { 甲总工会: "<10", 乙总工会: "30", 丙总工会: "25" };
    expect(peopleIn(await publicationFor("apart"))).toEqual(all);
    expect(peopleIn(await publicationFor("within", "internal"))).toEqual(all);
  });
});

it("no number that was withheld follows from the public ones, of any quarter or of the year so far", () => {
  const quarters = ["2018Q1", "2018Q2", "2018Q3"];
  const indicators = new Map(namedIndicators(organisation).map((one) => [one.name, one]));
  const figure = (quarter: string, span: "quarter" | "year", value: string) => ({
    indicator: "legal_aid.people",
    quarter,
    span,
    ...numbersIn({ value, numerator: value }),
  });
  const counts = fc.array(fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30)), { minLength: 3, maxLength: 5 });
  fc.assert(
    fc.property(counts, (districts) => {
      const sumTo = (row: readonly number[], q: number): number =>
        row.slice(0, q + 1).reduce((sum, n) => sum + n, 0);
      // Each district withholds as its own public edition does: one to nine persons, and with them what would tell.
      const figures: BelowFigure[] = districts.flatMap((row, d) => {
        const few = row.some((n) => n > 0 && n < 10);
        return quarters.flatMap((quarter, q) =>
          (["quarter", "year"] as const).map((span) => {
            const n = span === "quarter" ? (row[q] as number) : sumTo(row, q);
            const sign = n > 0 && n < 10 ? "<10" : few && span === "year" && q > 0 ? "※" : `${n}`;
            return { ...figure(quarter, span, sign), federation: `${d}`, federations: 1, differs: false };
          }),
        );
      });
      const own: Figure[] = quarters.flatMap((quarter, q) =>
        (["quarter", "year"] as const).map((span) => {
          const n = districts.reduce(
            (sum, row) => sum + (span === "quarter" ? (row[q] as number) : sumTo(row, q)),
            0,
          );
          return { ...figure(quarter, span, n > 0 && n < 10 ? "<10" : `${n}`), by: {}, unit: "person" };
        }),
      );
      const shown = coveredBelow({ bundles: [], figures, due: [] }, own, indicators);
      const unknown = shown.filter(({ hidden }) => hidden);
      const isHidden = (d: string, quarter: string, span: string): number =>
        unknown.findIndex((f) => f.federation === d && f.quarter === quarter && f.span === span);
      const rows: number[][] = [];
      const equation = (terms: readonly (readonly [number, number])[]): void => {
        const row = Array<number>(unknown.length).fill(0);
        for (const [at, times] of terms) if (at >= 0) row[at] = (row[at] as number) + times;
        if (row.some((n) => n !== 0)) rows.push(row);
      };
      for (const [q, quarter] of quarters.entries())
        for (const span of ["quarter", "year"] as const) {
          const told = own.find((f) => f.quarter === quarter && f.span === span);
          if (!told?.hidden) equation(districts.map((_, d) => [isHidden(`${d}`, quarter, span), 1]));
          if (span === "year")
            for (const d of districts.keys())
              equation([
                [isHidden(`${d}`, quarter, "year"), -1],
                ...quarters.slice(0, q + 1).map((one) => [isHidden(`${d}`, one, "quarter"), 1] as const),
              ]);
        }
      const withheld = new Set(figures.flatMap((f, i) => (f.hidden?.value === "<10" ? [shown[i]] : [])));
      const found = solvedBy(rows).filter((at) => withheld.has(unknown[at] as BelowFigure));
      expect(found).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
