import { afterEach, describe, expect, it } from "vitest";
import { Workbench } from "./workbench.ts";

const benches: Workbench[] = [];
const opened = async (...rooms: string[]): Promise<string[]> => {
  const bench = new Workbench();
  benches.push(bench);
  for (const room of rooms) bench.putExamples(room);
  return (await bench.ingest()).quarters.map((q) => q.id);
};
afterEach(() => {
  for (const bench of benches.splice(0)) bench.clear();
});

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
});
