import type { GapList, Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { unionLaw } from "./source.ts";

/** 家 with a union, of those that are to have one. */
export const unionCoverage: Indicator = {
  id: "union_coverage",
  words: words("应建会企业建会率", "enterprises with a union"),
  unit: "rate",
  from: "organising.enterprises_to_organise",
  numerator: "count(*) FILTER (WHERE organised)",
  denominator: "count(*)",
  parts: { numerator: "enterprise", denominator: "enterprise" },
  by: { area: "area", enterprise_size: "enterprise_size", ownership: "ownership" },
  span: "stock",
  formula: words(
    "季末已建会的应建会企业 ÷ 企业名册中规上或职工25人以上的企业",
    "such enterprises with a union on the quarter's last day ÷ enterprises on the roster that are above scale or have 25 workers",
  ),
  reading: words(
    "“应建会”读作季末在列的规上企业，或职工25人以上（含25人）的企业：法条说的是会员25人，未建会的企业没有会员，故以职工人数代替。按统一社会信用代码对应企业名册；联合工会、行业工会台账只填得下一个代码，其余成员企业认不出，所以这是下限。职工人数以名册现状为准。",
    "An enterprise is due if it is listed as above scale on the last day or has 25 workers or more. The law speaks of 25 members; without a union there are none, so workers stand in for them. Matched to the roster by credit code. A union of several enterprises can state one code only and the others go unseen, so this is a lower bound. Workers are those of the roster as it stands.",
  ),
  source: unionLaw,
  better: "more",
  target: "1",
};

/** Denominator minus numerator of the coverage, by name. */
export const withoutUnion: GapList = {
  id: "enterprises_without_union",
  words: words("应建会而未建会的企业", "enterprises that should have a union and have none"),
  from: "organising.enterprises_without_union",
  columns: {
    enterprise_name: words("企业名称", "enterprise"),
    township: words("所属镇街", "township"),
    workers: words("职工人数", "workers"),
  },
  order: "area, workers DESC, enterprise_id",
  of: "union_coverage",
  by: "area",
  who: words("镇街工会", "the township union"),
};
