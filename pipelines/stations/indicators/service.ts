import type { Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { counted, open, patrols } from "./patrols.ts";

/** Items in order. */
export const facilitiesIntact: Indicator = {
  ...open,
  id: "facilities_intact_rate",
  words: words("设施完好率", "facilities intact"),
  numerator: "coalesce(sum(items_intact), 0)",
  denominator: "coalesce(sum(items_due), 0)",
  parts: { numerator: "item", denominator: "item" },
  formula: words(
    "设施完好项之和 ÷ 设施应有项之和",
    "facilities found intact ÷ facilities due, over all patrols",
  ),
  reading: words(
    `${counted.zh}；一个站点巡查几次就计几次。`,
    `Counts ${counted.en}; a station patrolled several times counts each time.`,
  ),
};

/** 人次. */
export const served: Indicator = {
  ...patrols,
  id: "served",
  words: words("服务人次", "people served"),
  unit: "person_time",
  numerator: "coalesce(sum(served), 0)",
  formula: words("巡查登记的服务人次之和", "person-times served, as noted at patrols"),
  reading: words(
    `${counted.zh}；各次所填视为互不重叠，直接相加；没有填的不推算，须与服务人次填报率同看。`,
    `Counts ${counted.en}. What different patrols note is taken not to overlap and added up; what is blank is not estimated, so it belongs beside the share that gives it.`,
  ),
  better: "more",
};

/** How often the number was given at all. */
export const servedGiven: Indicator = {
  ...open,
  id: "served_given_rate",
  words: words("服务人次填报率", "patrols that note the people served"),
  numerator: "count(served)",
  formula: words("填了服务人次的巡查 ÷ 巡查次数", "patrols with the number of people served ÷ patrols"),
  reading: words(`${counted.zh}；填 0 算已填。`, `Counts ${counted.en}; a zero is an answer.`),
};
