import type { GapList, Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { terms } from "./source.ts";

const expiring: Indicator = {
  id: "expiring",
  words: words("90天内到期的合同", "contracts that end within 90 days"),
  unit: "agreement",
  from: "organising.expiring",
  numerator: "count(*)",
  by: { agreement_kind: "agreement_kind" },
  span: "stock",
  formula: words(
    "季末有效、到期日期在季末日起90天内的集体合同份数",
    "contracts in force on the last day that end within the 90 days from it",
  ),
  reading: words(
    "季末当日到期的和第90天到期的都算；“期满前3个月”按90天计。已签好下一份的也在内，另看续签比例。",
    "Those that end on the last day itself and on the 90th day after it count; “three months before” is read as 90 days. One whose successor is already signed is included; the share beside this tells.",
  ),
  source: terms,
  better: "neither",
};

const expiringRenewed: Indicator = {
  ...expiring,
  id: "expiring_renewed_rate",
  words: words("90天内到期合同已续签比例", "contracts ending within 90 days, renewed already"),
  unit: "rate",
  numerator: "count(*) FILTER (WHERE renewed)",
  denominator: "count(*)",
  parts: { numerator: "agreement", denominator: "agreement" },
  formula: words(
    "其中季末前已签下一份同类合同的 ÷ 90天内到期的合同",
    "of these, those with a next contract of the same kind signed by the last day ÷ contracts that end within 90 days",
  ),
  reading: words(
    "续签：同一签约方（按信用代码）同一类型、到期更晚的合同，签订日期不晚于季末。补充协议不算续签；没有信用代码的合同认不出续签。",
    "Renewed: a later contract of the same kind and party (by credit code), signed by the last day. An amendment is no renewal; without a code none can be told.",
  ),
  better: "more",
};

const endedRenewed: Indicator = {
  ...expiringRenewed,
  id: "ended_renewed_rate",
  words: words("已到期合同续签率", "ended contracts that were renewed"),
  from: "organising.ended",
  formula: words(
    "其中季末有同类合同接续的 ÷ 季末日前已到期的合同（同一签约方、同一类型只取最后到期的一份）",
    "of these, those followed by a contract of the same kind that runs on the last day or is signed to ÷ contracts ended before the last day, for each party and kind the one that ended last",
  ),
  reading: words(
    "不限哪一季到期，断档至今的一直列在清单上，直到续签。接续：同一签约方（按信用代码）同一类型、季末前签订、季末尚未到期的合同；没有信用代码的认不出续签，列为未续签。",
    "Whenever it ended, a contract stays on the list until it is followed. Followed: a contract of the same kind and party (by credit code), signed by the last day and not ended by then. Without a code none can be told, and the contract counts as not renewed.",
  ),
};

/** When contracts end, and what follows them. */
export const term: Indicator[] = [expiring, expiringRenewed, endedRenewed];

const columns = {
  agreement_id: words("合同编号", "contract number"),
  enterprise_name: words("企业名称", "enterprise"),
  agreement_kind: words("合同类型", "kind"),
  valid_to: words("到期日期", "last day in force"),
};

export const expiringUnrenewed: GapList = {
  id: "expiring_unrenewed",
  words: words("90天内到期、尚未续签的合同", "contracts that end within 90 days and are not renewed"),
  from: "organising.expiring_unrenewed",
  columns,
  order: "valid_to, agreement_id",
  of: "expiring_renewed_rate",
  by: "agreement_kind",
  who: words("企业工会和镇街工会", "the enterprise's union and the township union"),
};

export const lapsed: GapList = {
  id: "lapsed",
  words: words("已到期、未续签的合同", "contracts that ended and were not renewed"),
  from: "organising.lapsed",
  columns,
  order: "valid_to, agreement_id",
  of: "ended_renewed_rate",
  by: "agreement_kind",
  who: words("企业工会和镇街工会", "the enterprise's union and the township union"),
};
