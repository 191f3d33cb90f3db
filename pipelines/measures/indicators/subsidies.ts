import type { GapList, Indicator, Source } from "../../../src/indicator.ts";
import { type Words, words } from "../../../src/words.ts";
import { insurance, stipends } from "./source.ts";

/** One kind of subsidy: which enterprises to be reached have it, and what was paid. */
interface Subsidy {
  readonly id: string;
  /** The kind as the register has it. */
  readonly kind: string;
  readonly words: Words;
  /** Column of measures.eligible. */
  readonly has: string;
  readonly source: Source;
}

const stipend: Subsidy = {
  id: "stipend",
  kind: "主席岗位补助",
  words: words("主席岗位补助", "stipend of the union chair"),
  has: "has_stipend",
  source: stipends,
};

const mutualInsurance: Subsidy = {
  id: "insurance",
  kind: "互助保险",
  words: words("互助保险补助", "mutual insurance"),
  has: "has_insurance",
  source: insurance,
};

const coverage = (s: Subsidy): Indicator => ({
  id: `${s.id}_coverage`,
  words: words(`${s.words.zh}覆盖率`, `enterprises reached: ${s.words.en}`),
  unit: "rate",
  from: "measures.eligible",
  numerator: `count(*) FILTER (WHERE ${s.has})`,
  denominator: "count(*)",
  parts: { numerator: "enterprise", denominator: "enterprise" },
  by: { area: "area" },
  span: "stock",
  formula: words(
    `年初至季末享受${s.words.zh}的应享受企业 ÷ 企业名册中职工25人及以上的民营企业`,
    `private enterprises on the roster with 25 workers or more that received it since the year began ÷ all of these`,
  ),
  reading: words(
    "“25人以上”含25人（人数为设置项）；企业类型和职工人数以企业名册现行记录为准，各季相同；本年内发过即算，每年重新起算，全部退回的不算；发给不在应享受范围的企业不进分子，另有校验提示。",
    "Twenty-five is included (the number is a setting). Ownership and workers are as the roster has them now, for every quarter. One payment within the year is enough; each year starts anew; what was paid back in full does not count. Payments to other enterprises are not counted here; a check tells of them.",
  ),
  source: s.source,
  better: "more",
  target: "1",
});

const paid = (s: Subsidy): Indicator => ({
  id: `${s.id}_paid`,
  words: words(`${s.words.zh}发放金额`, `paid: ${s.words.en}`),
  unit: "yuan",
  from: "measures.subsidy_log",
  where: `kind = '${s.kind}'`,
  numerator: "coalesce(sum(amount), 0)",
  // Each enterprise stands for at least one person: its union chair, or one insured.
  behind: {
    cases: "count(DISTINCT enterprise_id)",
    people: "count(DISTINCT enterprise_id)",
    amount: "amount",
  },
  by: { area: "area" },
  span: "flow",
  formula: words(`本期发放的${s.words.zh}金额之和`, `subsidies of this kind paid`),
  reading: words(
    "按发放日期计入当季，发给不在应享受范围的企业也计；补助发放与资金台账是两本账，不相加。",
    "By the day of payment, payments to enterprises that were not to be reached included. This is a register of its own beside the spending, not to be added to it.",
  ),
  source: s.source,
  better: "neither",
});

export const subsidies: Indicator[] = [stipend, mutualInsurance].flatMap((s) => [coverage(s), paid(s)]);

const without = (s: Subsidy): GapList => ({
  id: `without_${s.id}`,
  words: words(`年内尚未享受${s.words.zh}的应享受企业`, `enterprises not reached this year: ${s.words.en}`),
  from: `measures.without_${s.id}`,
  columns: {
    enterprise_name: words("企业名称", "enterprise"),
    township: words("所属镇街", "township"),
    workers: words("职工人数", "workers"),
  },
  order: "area, workers DESC, enterprise_id",
  of: `${s.id}_coverage`,
  by: "area",
  who: words("镇街工会", "the township union"),
});

/** Enterprises to be reached that have not been. */
export const notReached: GapList[] = [stipend, mutualInsurance].map(without);
