import type { Indicator } from "../../../src/indicator.ts";
import { type Words, words } from "../../../src/words.ts";
import { byEvent } from "./dimensions.ts";
import { aid } from "./source.ts";

const counted = words(
  "确认口径：结案当季计入；结果为全部支持、部分支持，或以调解、和解结案；援助形式为法律咨询、代拟法律文书的不计；确认金额空白的按零计，写“余”“约”的按所写数字计。确认不等于到账。",
  "As confirmed: in the quarter of closing; granted in full or in part, or mediated or settled; not for mere advice or drafting. A blank amount is nothing, a rounded one counts as written. Confirmed is not received.",
);

const also = (zh: string, en: string): Words => words(counted.zh + zh, `${counted.en} ${en}`);

const beside = (amount: Indicator, id: string, label: Words, condition: string): Indicator => ({
  ...amount,
  id,
  words: label,
  unit: "person",
  numerator: `coalesce(sum(people) FILTER (WHERE ${condition}), 0)`,
  formula: words(
    `计入“${amount.words.zh}”的案件涉及人数之和`,
    `persons concerned in the cases that make up “${amount.words.en}”`,
  ),
  reading: words(
    `与“${amount.words.zh}”同口径，只计金额大于零的案件；同一职工涉及两件案件的计两次。`,
    `Of the same cases, where the amount is more than nothing. A worker concerned in two cases counts twice.`,
  ),
  better: "neither",
});

const behindCases = (amount: string, condition: string): NonNullable<Indicator["behind"]> => ({
  cases: `count(*) FILTER (WHERE ${condition})`,
  people: `coalesce(sum(people) FILTER (WHERE ${condition}), 0)`,
  amount: `CASE WHEN ${condition} THEN ${amount} END`,
});

/** 挽回经济损失, the headline amount. */
export const recovered: Indicator = {
  id: "recovered",
  words: words("挽回经济损失（确认口径）", "losses recovered, as confirmed"),
  unit: "yuan",
  from: "legal_aid.closed_cases",
  numerator: "coalesce(sum(recovered), 0)",
  behind: behindCases("recovered", "recovered > 0"),
  by: byEvent,
  span: "flow",
  formula: words(
    "本期结案且获支持或达成调解、和解的案件确认金额之和",
    "amounts confirmed in the cases closed with success",
  ),
  reading: also("避免损失另列，不并入。", "Losses avoided are a line of their own."),
  source: aid,
  better: "more",
};

export const recoveredPeople = beside(
  recovered,
  "recovered_people",
  words("挽回损失涉及职工", "workers with losses recovered"),
  "recovered > 0",
);

const recoveredPerPerson: Indicator = {
  ...recovered,
  id: "recovered_per_person",
  words: words("人均挽回经济损失", "losses recovered per person"),
  unit: "yuan_per_person",
  denominator: recoveredPeople.numerator,
  parts: { numerator: "yuan", denominator: "person" },
  formula: words("挽回经济损失 ÷ 挽回损失涉及职工", "losses recovered ÷ workers with losses recovered"),
  reading: also("分母只计金额大于零的案件涉及人数。", "Divided by the persons of the cases with an amount."),
};

const wagesRecovered: Indicator = {
  ...recovered,
  id: "wages_recovered",
  words: words("追回劳动报酬（确认口径）", "wages recovered, as confirmed"),
  numerator: "coalesce(sum(recovered) FILTER (WHERE cause = '劳动报酬'), 0)",
  behind: behindCases("recovered", "recovered > 0 AND cause = '劳动报酬'"),
  formula: words(
    "挽回经济损失中案由为劳动报酬的部分",
    "the part of the losses recovered whose cause is wages",
  ),
  reading: also("是挽回经济损失的一部分，不另加。", "A part of the losses recovered, not to be added."),
};

const wagesPeople = beside(
  wagesRecovered,
  "wages_people",
  words("追回劳动报酬涉及职工", "workers with wages recovered"),
  "recovered > 0 AND cause = '劳动报酬'",
);

const avoided: Indicator = {
  ...recovered,
  id: "avoided",
  words: words("避免经济损失", "losses avoided"),
  numerator: "coalesce(sum(loss_avoided), 0)",
  behind: behindCases("loss_avoided", "loss_avoided > 0"),
  formula: words("本期结案案件避免损失金额之和", "losses avoided in the cases closed"),
  reading: words(
    "单列一项，从不并入挽回经济损失；按结案日期计入当季；援助形式为法律咨询、代拟法律文书的不计，不论结果。",
    "A line of its own, never added to the losses recovered. By the day of closing, whatever the outcome; not for mere advice or drafting.",
  ),
};

const avoidedPeople = beside(
  avoided,
  "avoided_people",
  words("避免损失涉及职工", "workers with losses avoided"),
  "loss_avoided > 0",
);

export const money: Indicator[] = [
  recovered,
  recoveredPeople,
  recoveredPerPerson,
  wagesRecovered,
  wagesPeople,
  avoided,
  avoidedPeople,
];
