import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { organisation } from "../pipelines/index.ts";
import { Workbench } from "./workbench.ts";

describe("the settings of the canteens", () => {
  const bench = new Workbench();
  const answer = async (sql: string): Promise<string | null | undefined> =>
    Object.values((await bench.rows(sql))[0] ?? {})[0];

  beforeAll(async () => {
    for (const each of ["rosters", "canteens"]) bench.putExamples(each);
    await bench.ingest({
      ...organisation,
      settings: { ...organisation.settings, canteen_pass_mark: "80", canteen_recheck_months: "6" },
    });
  });
  afterAll(() => bench.clear());

  it("decide which marks pass", async () => {
    expect(await answer("SELECT count(*) FROM canteens.standard_marks WHERE passed")).toBe("6");
  });

  it("decide how long a recheck holds: whoever was named within the half year is not yet due", async () => {
    expect(
      await answer(
        "SELECT string_agg(canteen_id, ' ' ORDER BY canteen_id) FROM canteens.recheck_due WHERE quarter = '2018Q4'",
      ),
    ).toBe("C01 C02 C05");
  });
});

describe("canteens of which nothing was handed in", () => {
  const bench = new Workbench();

  beforeAll(async () => {
    for (const each of ["rosters", "visits"]) bench.putExamples(each);
    await bench.ingest();
  });
  afterAll(() => bench.clear());

  it("have no stock of fair ones and no rates: no data, not zero", async () => {
    const said = (await bench.figures("canteens")).filter((f) =>
      ["canteens.fair_stock", "canteens.named_rate", "canteens.fair_eliminated"].includes(f.indicator),
    );
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter((f) => f.value !== null)).toEqual([]);
  });
});
