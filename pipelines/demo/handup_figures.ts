import { type BundleFigure, inventedMethod } from "../../src/bundle.ts";
import { quotient } from "../../src/quotient.ts";
import type { Unit } from "../../src/unit.ts";
import { type DemoQuarter, quarters } from "./calendar.ts";
import type { Federation } from "./federation.ts";
import { draws } from "./random.ts";

/** What a district hands up: name, unit, the least and the most of a quarter, whether it adds up over the year. */
const counted: readonly (readonly [string, string, Unit, number, number, boolean])[] = [
  ["visits.visits", "走访家次", "enterprise_visit", 420, 640, true],
  ["visits.enterprises_visited", "走访企业数", "enterprise", 150, 210, false],
  ["visits.problems_raised", "收集问题", "case", 12, 30, true],
  ["legal_aid.cases", "受理案件", "case", 14, 40, true],
  ["legal_aid.people", "援助涉及职工", "person", 30, 90, true],
  ["legal_aid.recovered_people", "挽回损失涉及职工", "person", 20, 60, true],
  ["training.classes", "开班数", "class", 1, 4, true],
  ["training.kinds", "课程类别数", "kind", 1, 3, false],
  ["training.learners", "学员数", "person", 60, 130, false],
];

/** Rates: name, unit of the value, the denominator's least and most, the numerator's share of it in percent. */
const divided: readonly (readonly [string, string, number, number, number, number])[] = [
  ["visits.above_scale_coverage", "规上企业季度覆盖率", 60, 120, 82, 99],
  ["legal_aid.lawyer_coverage", "律师服务覆盖率", 18, 30, 80, 100],
  ["training.attendance_rate", "出勤率", 480, 900, 80, 95],
];

const decimals = (fen: number): string => (fen / 100).toFixed(2);

/** Three numbers of a figure that is what its numerator is. */
const plain = (n: string) => ({ value: n, numerator: n, denominator: null });

/** What one invented district counts in each quarter, in the order in which it hands it up. */
function* measured(f: Federation, district: number, at: number): Iterable<Omit<BundleFigure, "span">> {
  const chance = draws(f.seed, "handup")(district, at);
  const common = { method: inventedMethod, federations: 1 };
  for (const [indicator, name, unit, least, most] of counted)
    yield { indicator, name, unit, ...common, ...plain(String(chance.between(least, most))) };
  yield {
    indicator: "legal_aid.recovered",
    name: "挽回经济损失（确认口径）",
    unit: "yuan",
    ...common,
    ...plain(decimals(chance.between(28_000_000, 95_000_000))),
  };
  for (const [indicator, name, least, most, low, high] of divided) {
    const denominator = chance.between(least, most);
    const numerator = Math.round((denominator * chance.between(low, high)) / 100);
    const parts = { numerator: String(numerator), denominator: String(denominator) };
    const value = quotient(parts.numerator, parts.denominator, "rate");
    yield { indicator, name, unit: "rate", ...common, ...parts, value };
  }
  const median = String(chance.between(9, 25));
  yield {
    indicator: "training.request_days",
    name: "办单天数（中位数）",
    unit: "day",
    ...common,
    value: median,
    numerator: "11",
    denominator: "14",
  };
}

/** Withheld in 望川区, where few persons stood behind the money of a quarter. */
const few = { district: 1, quarter: "2018Q4" };
/** Counted in another way in 澄湖区. */
const otherwise = { district: 2, indicator: "visits.above_scale_coverage", method: "5b1f0c7e92d4a836" };

const withheld = (figure: BundleFigure): BundleFigure => {
  const none = { value: null, numerator: null, denominator: null };
  if (figure.indicator === "legal_aid.recovered_people") {
    const sign = figure.span === "quarter" ? "<10" : "※";
    return { ...figure, ...none, hidden: { value: sign, numerator: sign } };
  }
  if (figure.indicator === "legal_aid.recovered")
    return { ...figure, ...none, hidden: { value: "※", numerator: "※" } };
  return figure;
};

/** The figures of a district's quarter, and of the year so far for what adds up. */
export const handupFigures = (f: Federation, district: number, quarter: DemoQuarter): BundleFigure[] => {
  const upTo = quarters.filter((q) => q.year === quarter.year && q.id <= quarter.id);
  const each = upTo.map((q) => [...measured(f, district, quarters.indexOf(q))]);
  const sums = new Set(counted.filter(([, , , , , adds]) => adds).map(([id]) => id));
  return (each.at(-1) ?? []).flatMap((figure, i) => {
    const own: BundleFigure = {
      ...figure,
      span: "quarter",
      ...(district === otherwise.district &&
        figure.indicator === otherwise.indicator && { method: otherwise.method }),
    };
    const year: BundleFigure = {
      ...own,
      span: "year",
      ...plain(String(each.reduce((sum, quarterly) => sum + Number(quarterly[i]?.value), 0))),
    };
    const both = sums.has(figure.indicator) ? [own, year] : [own];
    return district === few.district && quarter.id === few.quarter ? both.map(withheld) : both;
  });
};
