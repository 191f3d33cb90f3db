import { afterAll, beforeAll, expect, it } from "vitest";
import { namedIndicators, quartersOf } from "../src/node/figures.ts";
import { measure, type Named } from "../src/node/measure.ts";
import { together } from "../src/node/measure_sql.ts";
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
