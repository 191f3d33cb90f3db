import type { Unit } from "../../../src/unit.ts";
import { type Words, words } from "../../../src/words.ts";

/** What is named, in which counting word, and on which line of the budget. */
export interface Named {
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

/** The five that have a design number of their own: 200, 50, 16, 200 and 10. */
export const kinds: Named[] = [
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
