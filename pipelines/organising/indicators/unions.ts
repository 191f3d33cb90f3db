import type { Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { paper } from "./source.ts";

const founded: Indicator = {
  id: "unions_founded",
  words: words("新建工会", "unions founded"),
  unit: "union",
  from: "organising.unions_founded",
  numerator: "count(*)",
  by: { union_form: "union_form", area: "area" },
  span: "flow",
  formula: words("建会日期在本期的工会数", "unions founded in the period"),
  reading: words(
    "按建会日期归入季度；一个联合工会、行业工会各计一个，不按其中的企业数计。地区取自企业名册，没有信用代码的列为未填。",
    "By the day of founding. A union of several enterprises or of a trade is one union. The area is that of the enterprise on the roster; without a code it is not stated.",
  ),
  source: paper,
  better: "more",
};

const standing: Indicator = {
  ...founded,
  id: "unions",
  words: words("季末工会", "unions at the quarter's end"),
  from: "organising.unions_standing",
  span: "stock",
  formula: words("季末日以前（含当日）成立的工会数", "unions founded on or before the quarter's last day"),
  reading: words(
    "台账没有撤销日期，登记在册的视为一直存续；更早成立的也要登记，否则季末数偏小。",
    "The register has no day of dissolution: a union on it is taken to stand. Older unions must be on it too, or the number is too small.",
  ),
};

const latestNumbers = words(
  "台账只有最近一次填报的人数，各季都按这一数计，不是当时的人数。",
  "The register holds the numbers as last filed; every quarter counts those, not the numbers of the time.",
);

const workers: Indicator = {
  ...standing,
  id: "union_workers",
  words: words("建会单位职工", "workers where there is a union"),
  unit: "person",
  numerator: "coalesce(sum(workers), 0)",
  formula: words("季末工会的职工人数之和", "sum of the workers of the unions standing"),
  reading: latestNumbers,
  better: "neither",
};

const members: Indicator = {
  ...workers,
  id: "members",
  words: words("工会会员", "union members"),
  numerator: "coalesce(sum(members), 0)",
  formula: words("季末工会的会员人数之和", "sum of the members of the unions standing"),
  better: "more",
};

const density: Indicator = {
  ...standing,
  id: "density",
  words: words("入会率", "density"),
  unit: "rate",
  numerator: "coalesce(sum(members), 0)",
  denominator: "coalesce(sum(workers), 0)",
  parts: { numerator: "person", denominator: "person" },
  formula: words(
    "季末工会的会员人数 ÷ 这些工会的职工人数",
    "members of the unions standing ÷ workers of the same unions",
  ),
  reading: words(
    "分母只是已建会单位的职工，没有建会的企业不在内，看它们要看建会率；人数按最近一次填报计。",
    "The denominator is the workers where there is a union; enterprises without one are left to the coverage. Numbers are as last filed.",
  ),
};

/** How many unions there are, and how many of the workers joined. */
export const organised: Indicator[] = [founded, standing, members, workers, density];
