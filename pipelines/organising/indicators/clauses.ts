import type { Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { paper } from "./source.ts";

const inForce = {
  from: "organising.contracts_in_force",
  by: { agreement_kind: "agreement_kind" },
  span: "stock",
  source: paper,
  better: "more",
} as const;

const annuity: Indicator = {
  ...inForce,
  id: "annuity_agreements",
  words: words("含企业年金条款的合同", "contracts with an annuity clause"),
  unit: "agreement",
  numerator: "count(*) FILTER (WHERE annuity)",
  formula: words(
    "季末有效合同中是否含企业年金为“是”的份数",
    "contracts in force on the last day with an annuity clause",
  ),
  reading: words(
    "主合同没有、后来的补充协议写明“是”且季末有效的，算主合同含有；补充协议填“否”不取消主合同的条款。",
    "Where a later amendment in force on the last day brings the clause, its contract has it. An amendment that says no does not take the clause away.",
  ),
};

const annuityRate: Indicator = {
  ...annuity,
  id: "annuity_rate",
  words: words("含企业年金条款的比例", "share with an annuity clause"),
  unit: "rate",
  denominator: "count(*) FILTER (WHERE annuity IS NOT NULL)",
  parts: { numerator: "agreement", denominator: "agreement" },
  formula: words(
    "含企业年金条款的有效合同 ÷ 填明是否含企业年金的有效合同",
    "contracts in force with an annuity clause ÷ contracts in force that state whether they have one",
  ),
  reading: words(
    "没有填的是缺项，不当作“否”，不计入分母；补充协议的效力同上项。",
    "Where nothing is stated it is missing, not “no”, and left out. Amendments count as in the number beside this.",
  ),
};

const elected: Indicator = {
  ...inForce,
  id: "elected_rate",
  words: words("职工方代表选举产生比例", "workers' side elected"),
  unit: "rate",
  numerator: "count(*) FILTER (WHERE chosen_by = '选举')",
  denominator: "count(*) FILTER (WHERE chosen_by IS NOT NULL)",
  parts: { numerator: "agreement", denominator: "agreement" },
  formula: words(
    "职工方代表由选举产生的有效合同 ÷ 填明产生方式的有效合同",
    "contracts in force whose workers' side was elected ÷ contracts in force that state how it was chosen",
  ),
  reading: words(
    "按主合同填写的产生方式；没有填的不计入分母，另列填报率。《集体合同规定》第二十条只要求工会选派，未建会的由职工民主推荐，选举是更高的做法。",
    "As the contract states it; those that state nothing are left out and counted in the rate beside this. Article 20 of the Provisions on Collective Contracts asks only that the union appoint the workers' side, or that workers recommend it where there is no union: election goes further.",
  ),
};

const stated: Indicator = {
  ...elected,
  id: "representatives_stated_rate",
  words: words("代表产生方式填报率", "contracts that state how the side was chosen"),
  numerator: "count(*) FILTER (WHERE chosen_by IS NOT NULL)",
  denominator: "count(*)",
  formula: words(
    "填明职工方代表产生方式的有效合同 ÷ 有效合同",
    "contracts in force that state how the workers' side was chosen ÷ contracts in force",
  ),
  reading: words("补充协议不计。", "Amendments are left out."),
};

/** What the contracts in force say. */
export const clauses: Indicator[] = [annuity, annuityRate, elected, stated];
