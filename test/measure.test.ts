import { afterAll, beforeAll, expect, it } from "vitest";
import { organisation } from "../pipelines/index.ts";
import { figuresOf, namedIndicators, quartersOf } from "../src/node/figures.ts";
import { measure, type Named } from "../src/node/measure.ts";
import { together } from "../src/node/measure_sql.ts";
import { demonstration } from "./demonstration.ts";
import { Workbench, withRooms } from "./workbench.ts";

const bench = new Workbench(withRooms("visits"));
beforeAll(async () => {
  for (const room of ["rosters", "visits"]) bench.putExamples(room);
  await bench.ingest();
});
afterAll(() => bench.clear());

it("names the one indicator that cannot be measured, of all that one query asks", async () => {
  const group = together(namedIndicators(bench.of)).find((one) => one.length > 1) as Named[];
  const [sound, other] = group as [Named, Named];
  const broken = { ...other, numerator: "count(no_such_column)" };
  expect(together([sound, broken]).length).toBe(1);
  const measured = bench.ask(async (warehouse) =>
    measure(warehouse, [sound, broken], [], await quartersOf(warehouse)),
  );
  await expect(measured).rejects.toThrow(new RegExp(`^指标 ${broken.name} 无法计算：.*no_such_column`));
});

it("gives the same figures in the same order whether rows are few, laid out for each breakdown, or many, looked at once", async () => {
  const shown = await demonstration();
  const [few, many] = await shown.bench.ask(async (warehouse) => {
    const asked: string[] = [];
    const rows = (sql: string) => {
      asked.push(sql);
      return warehouse.rows(sql);
    };
    const found = [];
    for (const isSmall of [true, false]) {
      found.push({
        figures: await figuresOf({ ...warehouse, rows, isSmall }, organisation),
        asked: asked.splice(0),
      });
    }
    return found;
  });
  expect(few?.figures.length).toBeGreaterThan(10_000);
  expect(few?.figures).toEqual(many?.figures);
  const laidOut = (asked: readonly string[] = []) => asked.filter((sql) => sql.includes("unnest(")).length;
  expect(laidOut(few?.asked)).toBeGreaterThan(50);
  expect(laidOut(many?.asked)).toBe(0);
  shown.bench.close();
}, 60_000);
