import type { Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { paper } from "./source.ts";

const signed: Indicator = {
  id: "agreements_signed",
  words: words("新签集体合同", "contracts signed"),
  unit: "agreement",
  from: "organising.contracts_signed",
  numerator: "count(*)",
  by: { agreement_kind: "agreement_kind", area: "area" },
  span: "flow",
  formula: words(
    "签订日期在本期的集体合同份数，不含补充协议",
    "contracts signed in the period, amendments left out",
  ),
  reading: words(
    "续签算新签；补充协议是对主合同的修改，不是一份新合同，另列。",
    "A renewal is a contract signed. An amendment changes a contract and is none of its own; it stands beside this.",
  ),
  source: paper,
  better: "more",
};

const amended: Indicator = {
  ...signed,
  id: "amendments_signed",
  words: words("新签补充协议", "amendments signed"),
  from: "organising.amendments_signed",
  by: {},
  formula: words("签订日期在本期的补充协议份数", "amendments signed in the period"),
  reading: words(
    "主合同查不到、或主合同属于另一家企业的也计份数，但对任何合同都不起作用。",
    "One whose main contract is unknown or another enterprise's is counted here, and changes nothing elsewhere.",
  ),
  better: "neither",
};

/** 份 that bind somebody on the last day. */
const inForce: Indicator = {
  ...signed,
  id: "agreements_in_force",
  words: words("有效集体合同", "contracts in force"),
  from: "organising.contracts_in_force",
  span: "stock",
  formula: words(
    "生效日期 ≤ 季末日 ≤ 到期日期的集体合同份数，不含补充协议",
    "contracts with first day ≤ quarter's last day ≤ last day, amendments left out",
  ),
  reading: words(
    "生效、到期当日都算有效；期限以主合同为准，补充协议不改期限。地区取自企业名册，区域性、行业性合同没有所属镇街，列为未填。",
    "Both ends of the term count. The term is the main contract's; an amendment does not change it. The area is that of the enterprise on the roster; regional and industry contracts state none.",
  ),
};

/** What was signed, and what holds. */
export const contracts: Indicator[] = [signed, amended, inForce];
