import type { Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { kinds, type Named } from "./naming_kinds.ts";
import { report, yearly } from "./source.ts";

const count = ({ id, words: what, unit, where, reading }: Named): Indicator => ({
  id: `${id}_named`,
  words: words(`命名${what.zh}`, `${what.en} named`),
  unit,
  from: "entrepreneurship.namings",
  where,
  numerator: "count(*)",
  by: { city: "city" },
  // They are honoured in public, by an award list; nobody is helped in confidence.
  ...(unit === "person" && { inOffice: true }),
  span: "flow",
  formula: words(`命名日期在本期内的${what.zh}数`, `${what.en} whose day of naming is in the period`),
  reading,
  source: report,
  better: "more",
});

const rate = (named: Named): Indicator => {
  const { by: _, ...counted } = count(named);
  return {
    ...counted,
    id: `${named.id}_named_rate`,
    words: words(`${named.words.zh}命名进度`, `${named.words.en} named of those planned`),
    unit: "rate",
    from: "entrepreneurship.naming_quarters",
    numerator: "coalesce(sum(named), 0)",
    denominator: "coalesce(sum(planned), 0)",
    parts: { numerator: named.unit, denominator: named.unit },
    span: "stock",
    formula: words(
      `本年截至季末命名的${named.words.zh}数 ÷ 本年计划数`,
      `${named.words.en} named in the year by the quarter's last day ÷ the number planned`,
    ),
    reading: yearly(named.reading),
    target: "1",
  };
};

const places: Indicator = {
  id: "places_filled_rate",
  words: words("名额使用率", "places filled"),
  unit: "rate",
  from: "entrepreneurship.naming_quarters",
  numerator: "coalesce(sum(named), 0)",
  denominator: "coalesce(sum(planned), 0)",
  parts: { numerator: "place", denominator: "place" },
  by: { line: "line" },
  span: "stock",
  formula: words(
    "本年截至季末命名数 ÷ 本年计划名额",
    "named in the year by the quarter's last day ÷ places planned",
  ),
  reading: yearly(
    words(
      "按预算项目列出，普通创业园与获奖创业园分开；参训人员不命名，不在其内。合计的名额有单位也有人。",
      "By budget line, ordinary parks and award-winning ones apart; trainees are not named and not among them. The total mixes bodies and persons as places.",
    ),
  ),
  source: report,
  better: "more",
  target: "1",
};

/** What was named: of each kind the count and the share of the plan, then all places by budget line. */
export const naming: Indicator[] = [...kinds.flatMap((kind) => [count(kind), rate(kind)]), places];
