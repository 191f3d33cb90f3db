import { expect, it } from "vitest";
import { explored } from "../src/explored.ts";
import { contextOf, figureOf, indicatorOf } from "./editions.ts";

const visits = indicatorOf("visits", { unit: "enterprise_visit" });
const people = indicatorOf("people", { unit: "person" });

it("what a reader explores is every figure of a quarter as it was published, under the name it had then", () => {
  const named = (zh: string, quarter: string, value: string) => ({
    ...figureOf(visits, quarter, value, { area: "01" }),
    label: { zh, en: "" },
  });
  const { publication } = contextOf(
    [visits, people],
    [
      figureOf(visits, "2018Q3", "5"),
      named("马鞍镇", "2018Q3", "2"),
      named("马鞍街道", "2018Q4", "3"),
      { ...figureOf(visits, "2018Q4", "9"), span: "year" },
      figureOf(people, "2018Q4", null, { area: "02" }, { numerator: null, hidden: { value: "<10" } }),
    ],
  ).edition;
  const all = explored(publication);
  expect([...all.keys()]).toEqual([visits.id, people.id]);
  expect(all.get(visits.id)).toEqual({
    formula: visits.formula,
    reading: visits.reading,
    totals: [[6, "5", "5", null]],
    by: {
      area: {
        labels: [
          { zh: "马鞍镇", en: "01" },
          { zh: "马鞍街道", en: "01" },
        ],
        rows: { "2018Q3": [[0, "2", "2", null]], "2018Q4": [[1, "3", "3", null]] },
      },
    },
  });
  expect(all.get(people.id)?.by.area?.rows["2018Q4"]).toEqual([[0, null, null, null, "<10"]]);
});
