import type { Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { byCase, byEvent } from "./dimensions.ts";
import { aid } from "./source.ts";

/** Each case once, however many receipts it has in the period. */
const peopleOfCases =
  "coalesce(list_sum(list_transform(list_distinct(list({case_id: case_id, people: people})), lambda c: c.people)), 0)";

const received: Indicator = {
  id: "received",
  words: words("到账金额", "money received"),
  unit: "yuan",
  from: "legal_aid.dated_receipts",
  numerator: "coalesce(sum(amount), 0)",
  behind: { cases: "count(DISTINCT case_id)", people: peopleOfCases, amount: "amount" },
  by: byEvent,
  needs: ["receipts"],
  span: "flow",
  formula: words("本期到账金额之和", "amounts received"),
  reading: words(
    "按到账日期计入当季，不论案件何时结案，因此可以大于当季确认金额；报道只说挽回，未说到账，另列以免混同。",
    "By the day the money came, whenever the case was closed, so it may exceed what the quarter confirmed. The source speaks of recovered only.",
  ),
  source: aid,
  better: "more",
};

const receivedPeople: Indicator = {
  ...received,
  id: "received_people",
  words: words("到账涉及职工", "workers with money received"),
  unit: "person",
  numerator: peopleOfCases,
  formula: words("本期有到账的案件涉及人数之和", "persons concerned in the cases with a receipt"),
  reading: words(
    "同一案件分次到账的，当季和本年累计都只计一次。",
    "A case paid in parts counts once in the quarter and once in the year.",
  ),
  better: "neither",
};

const receiptRate: Indicator = {
  id: "receipt_rate",
  words: words("到账率", "receipt rate"),
  unit: "rate",
  from: "legal_aid.recovered_to_date",
  numerator: "coalesce(sum(received), 0)",
  denominator: "coalesce(sum(confirmed), 0)",
  parts: { numerator: "yuan", denominator: "yuan" },
  behind: { cases: "count(*)", people: "coalesce(sum(people), 0)", amount: "confirmed" },
  by: byCase,
  needs: ["receipts"],
  span: "stock",
  formula: words(
    "截至季末累计到账 ÷ 同一批已结案件累计确认金额",
    "received to date ÷ confirmed to date, over the same closed cases",
  ),
  reading: words(
    "分子分母为同一批案件：台账起始至季末已结案、计入挽回经济损失的案件；季末之后到账的不计。",
    "Both over the same cases: all that were closed up to the quarter's last day and count as recovered. Money that came later is left out.",
  ),
  source: aid,
  better: "more",
};

export const receipts: Indicator[] = [received, receivedPeople, receiptRate];
