import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { organisation } from "../pipelines/index.ts";
import { foundationsOf } from "../src/node/foundation.ts";
import { restingOn } from "../src/node/lineage.ts";
import { Workbench } from "./workbench.ts";

const bench = new Workbench();
afterAll(() => bench.clear());

describe("what a model rests on", () => {
  it("is found through other models, among its own room's registers", () => {
    mkdirSync(path.join(bench.folder, "legal_aid"));
    writeFileSync(
      path.join(bench.folder, "legal_aid", "model.sql"),
      `-- reads legal_aid.lawyers in a comment only
       CREATE OR REPLACE TABLE legal_aid.placed AS SELECT * FROM legal_aid.cases JOIN rosters.areas;
       CREATE OR REPLACE TABLE legal_aid.closed AS FROM legal_aid.placed WHERE true`,
    );
    const { rooms } = organisation;
    const found = restingOn(rooms, foundationsOf(rooms, bench.folder));
    expect(found).toContainEqual(["legal_aid.closed", "cases"]);
    expect(found).toContainEqual(["legal_aid.lawyers", "lawyers"]);
    expect(found).not.toContainEqual(["legal_aid.placed", "lawyers"]);
    expect(found).not.toContainEqual(["legal_aid.placed", "areas"]);
  });

  it("makes the difference between nothing that happened and nothing that was handed in", async () => {
    for (const room of ["rosters", "visits"]) bench.putExamples(room);
    bench.put(
      "案件.csv",
      "案件编号,批次号,受理日期,受理级次,所属区市,用人单位,申请人姓名,申请人类别,涉及人数,案由,援助形式\n",
    );
    await bench.ingest();
    const figures = await bench.figures();
    const value = (name: string): string | null | undefined =>
      figures.find((f) => f.indicator === name && f.span === "quarter" && Object.keys(f.by).length === 0)
        ?.value;
    expect(value("visits.visits")).toBe("7");
    // An empty register was sent on purpose: no case. Nobody sent consultations: no data.
    expect(value("legal_aid.cases")).toBe("0");
    expect(value("legal_aid.consultations")).toBeNull();
    expect(figures.filter((f) => f.indicator === "training.classes" && f.value !== null)).toEqual([]);
  });
});
