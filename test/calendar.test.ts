import { afterEach, describe, expect, it } from "vitest";
import { buildWarehouse } from "../src/node/build_warehouse.ts";
import { layCalendar } from "../src/node/calendar.ts";
import type { Ingested } from "../src/node/ingest.ts";
import { quarterOf, quartersBetween } from "../src/quarter.ts";
import { Workbench, withRooms } from "./workbench.ts";

const benches: Workbench[] = [];
const opened = async (...rooms: string[]): Promise<string[]> => {
  const bench = Workbench.modelless(withRooms(...rooms));
  benches.push(bench);
  for (const room of rooms) bench.putExamples(room);
  return (await bench.ingest()).quarters.map((q) => q.id);
};
afterEach(() => {
  for (const bench of benches.splice(0)) bench.clear();
});

const knownUpTo = (asOf: string): Promise<Ingested> => {
  const bench = Workbench.modelless(withRooms("visits"));
  benches.push(bench);
  for (const room of ["rosters", "visits"]) bench.putExamples(room);
  return bench.ingest(bench.of, { asOf });
};

describe("the calendar", () => {
  it("runs from the first event to the last", async () => {
    expect(await opened("rosters", "visits")).toEqual(["2018Q4"]);
  });

  it("is not drawn back by what has stood for long: a union of 2012, a contract of 2016", async () => {
    expect(await opened("rosters", "visits", "organising")).toEqual(["2018Q4"]);
  });

  it("of standing registers alone goes back one year, so that there is something to compare with", async () => {
    expect(await opened("rosters", "organising")).toEqual(["2017Q4", "2018Q1", "2018Q2", "2018Q3", "2018Q4"]);
  });

  it("takes the day up to which the data are known from whoever states it, and opens no quarter for it", async () => {
    const { asOf, quarters } = await knownUpTo("2019-02-28");
    expect(asOf).toBe("2019-02-28");
    expect(quarters.map((q) => q.id)).toEqual(["2018Q4"]);
  });

  it("puts every day into its quarter in SQL as everywhere, within the calendar and outside it", async () => {
    const bench = new Workbench();
    benches.push(bench);
    for (const firstMonth of [1, 2, 4, 10, 12]) {
      const quarters = quartersBetween(
        quarterOf("2017-11-30", firstMonth),
        quarterOf("2019-03-01", firstMonth),
        firstMonth,
      );
      const days = await buildWarehouse(bench.out, 0, async (warehouse) => {
        await layCalendar(warehouse, { quarters, asOf: "2019-03-01" }, {}, firstMonth);
        return warehouse.rows(
          "SELECT day::VARCHAR AS day, quarter_of(day) AS quarter FROM (SELECT unnest(range(DATE '2014-12-25', DATE '2022-01-07', INTERVAL 7 DAY))::DATE AS day)",
        );
      });
      expect(days.length).toBeGreaterThan(300);
      for (const { day, quarter } of days)
        expect(quarter, `${day} ${firstMonth}`).toBe(quarterOf(day as string, firstMonth));
    }
  });

  it("refuses a day before the last that the data speak of, and says where that stands", async () => {
    await expect(knownUpTo("2018-10-01")).rejects.toThrow(/visits\/\w+\.csv:\d+/);
  });
});
