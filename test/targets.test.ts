import { afterAll, describe, expect, it } from "vitest";
import { organisation } from "../pipelines/index.ts";
import { targetsOf } from "../src/node/targets.ts";
import { targets } from "../src/site/targets.ts";
import { contextOf, figureOf, indicatorOf } from "./editions.ts";
import { Workbench } from "./workbench.ts";

const bench = new Workbench();
afterAll(() => bench.clear());

describe("targets that a federation sets", () => {
  it("come in the units of their indicators, a quarter's own before its year's", async () => {
    for (const room of ["rosters", "visits", "targets"]) bench.putExamples(room);
    await bench.ingest();
    const found = await bench.ask((warehouse) => targetsOf(warehouse, organisation));
    const at = (indicator: string) =>
      found
        .filter((t) => t.indicator === indicator && t.quarter === "2018Q4")
        .map((t) => [t.span, Number(t.target)]);
    expect(at("visits.above_scale_coverage")).toEqual([["year", 1]]);
    expect(at("visits.visits")).toEqual([["quarter", 3000]]);
    expect(at("legal_aid.recovered")).toEqual([["year", 20_000_000]]);
    expect(at("legal_aid.batches")).toEqual([["year", 600]]);
    expect(found.find((t) => t.indicator === "visits.above_scale_coverage")?.quote).toContain("走遍");
  });

  it("are held against the time passed: an amount of the year by the quarter, a rate by itself", () => {
    const amount = indicatorOf("走访", { unit: "case", target: "100" });
    const rate = indicatorOf("覆盖率", { unit: "rate", span: "stock", target: "1" });
    const context = contextOf(
      [amount, rate],
      [{ ...figureOf(amount, "2018Q2", "60"), span: "year" }, figureOf(rate, "2018Q2", "0.9")],
    );
    const html = targets(9, { ...context, quarter: context.edition.quarter("2018Q2") }).text;
    // 60 of 100 at half the year is ahead; 90 % of a rate is behind.
    expect(html).toContain("1项落后，1项达到或超过进度");
    expect(html).toContain("全年时间进度50.0%");
    expect(html).toMatch(/<strong class="gap">90\.0%<\/strong>[\s\S]*60\.0%/);
  });

  it("may be none, and that is said", () => {
    expect(targets(9, contextOf([], [])).text).toContain("没有设定目标");
  });
});
