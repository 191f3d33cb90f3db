import type { Indicator } from "../../../src/indicator.ts";
import type { Unit } from "../../../src/unit.ts";
import { type Words, words } from "../../../src/words.ts";
import { report, yearly } from "./source.ts";

interface Named {
  readonly id: string;
  readonly words: Words;
  readonly unit: Unit;
  /** Condition on the line of its own. */
  readonly where: string;
  readonly reading: Words;
}

const own = words(
  "按命名日期计；属于哪个项目看类型和是否获奖。",
  "By the day of naming; the kind and the award say to which line it belongs.",
);
const both = words(
  "按命名日期计；200家创业园为普通150家加获富民兴鲁奖50家，两个项目的计划数相加为分母。",
  "By the day of naming. The 200 parks are 150 ordinary ones and 50 that won the award: the plans of both lines make the denominator.",
);

const kinds: Named[] = [
  {
    id: "parks",
    words: words("创业园", "start-up parks"),
    unit: "park",
    where: "line IN ('创业园', '获奖创业园')",
    reading: both,
  },
  {
    id: "award_parks",
    words: words("获奖创业园", "award-winning parks"),
    unit: "park",
    where: "line = '获奖创业园'",
    reading: words(
      "200家创业园中获富民兴鲁奖的50家，按创业园的命名日期计，台账不记获奖日期。",
      "The 50 of the 200 parks that won the award (富民兴鲁奖), by the day the park was named: the register has no day of the award.",
    ),
  },
  {
    id: "bases",
    words: words("培训基地", "training bases"),
    unit: "base",
    where: "line = '培训基地'",
    reading: own,
  },
  {
    id: "stars",
    words: words("农民工之星", "star migrant workers"),
    unit: "person",
    where: "line = '农民工之星'",
    reading: own,
  },
  {
    id: "individuals",
    words: words("先进个人", "outstanding individuals"),
    unit: "person",
    where: "line = '先进个人'",
    reading: own,
  },
];

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

export const naming: Indicator[] = [...kinds.flatMap((kind) => [count(kind), rate(kind)]), places];
