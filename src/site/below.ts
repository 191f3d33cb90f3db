import Big from "big.js";
import { formatDay, formatPart, formatRate } from "../format.ts";
import {
  type BelowFigure,
  type BelowSum,
  isAdded,
  type PublishedBelow,
  type PublishedIndicator,
} from "../publication.ts";
import type { Numbers } from "../rollup.ts";
import { fill, words } from "../words.ts";
import { dataTable } from "./chart.ts";
import { type Context, capital, say } from "./context.ts";
import { html, type Markup } from "./markup.ts";

const said = {
  unknown: words(
    "本会没有登记下级工会，也没有收到下级工会的上报数。",
    "No federation below is registered here, and none has handed up figures.",
  ),
  reporting: words(
    "本季度应上报的下级工会{due}家，已上报{received}家，上报率{rate}。",
    "{due} federations below owe figures of this quarter and {received} have handed them up ({rate}).",
  ),
  nobodyDue: words("本季度没有应上报的下级工会。", "No federation below owes figures of this quarter."),
  missing: words(
    "未上报：{names}。下列各数不含这些工会。",
    "Not handed up: {names}. They are in none of the sums.",
  ),
  within: words(
    "{name}的数已含在{around}的上报数中，不重复相加。",
    "The figures of {name} are within those of {around} and are not added again.",
  ),
  overlap: words(
    "{name}与{around}的上报数都含有{shared}，{name}的数只列出，不相加，请核实归属。",
    "Both {name} and {around} hand up the figures of {shared}: those of {name} are shown and not added until it is settled whose they are.",
  ),
  how: words(
    "“下级之和”由各会公布的数字相加；比率用各会分子之和除以分母之和重新计算，不取平均。带†的按人、按家等去重统计，各会之间可能重复，相加后可能偏大。带≥的含有隐去的数字，实际不少于此数；比率中有隐去的数字时，以※代替。中位数、最大值、类别数等不能相加，只列各会的数。",
    "Sums are of what each federation publishes; rates are recomputed from the sums of numerators and denominators, never averaged. What is marked † counts each person, enterprise and so on once within a federation: whoever is known to two is in the sum twice, which may make it high. With ≥ some numbers in it are withheld and it is at least so much; a rate of which a number is withheld is ※. Medians, maxima and numbers of kinds are not added.",
  ),
  differs: words(
    "带≠的，该会计算口径与本级不同，只列出，不相加。",
    "What is marked ≠ was measured in another way than here: it is shown and not added.",
  ),
  apart: words(
    "本级台账不含下级的数，“合计”为两者相加。",
    "The own registers hold nothing of the federations below: the total is of both.",
  ),
  held: words(
    "本级台账已含下级的数，两者对照，不相加；公开版另隐去个别数字（※），使隐去的数不能用减法推出。",
    "The own registers hold what the federations below hand up: the two are compared, not added. The public edition withholds some more numbers (※), so that none that was withheld can be found by subtraction.",
  ),
  unrelated: words(
    "本级台账是否已含下级的数没有说明，两者并列，不相加；公开版另隐去个别数字（※），使隐去的数不能用减法推出。",
    "Nobody has said whether the own registers hold what is handed up: the two stand side by side and are not added. The public edition withholds some more numbers (※), so that none that was withheld can be found by subtraction.",
  ),
  who: words("上报情况", "Who has handed up"),
  from: words("相加{n}家", "of {n} federations"),
  each: words("各会数字", "Each federation's figures"),
  year: words("本年累计", "year to date "),
};
const heads = {
  federation: words("下级工会", "Union"),
  asOf: words("数据截至", "Data as of"),
  returns: words("台账报送率", "Filed"),
  state: words("发布与程序版本", "Release and program"),
  figure: words("指标", "Figure"),
  sum: words("下级之和", "Sum below"),
  from: words("相加家数", "Federations added"),
  own: words("本级台账", "Own registers"),
  total: words("合计", "Total"),
  value: words("数值", "Value"),
};
const states = {
  open: words("未定稿发布", "not released"),
  released: words("已发布第{n}版", "edition {n} released"),
  missing: words("未上报", "not handed up"),
  inside: words("，含下级{n}家", ", with {n} below"),
};

const comma = (context: Context): string => (context.lang === "zh" ? "、" : ", ");

/** Numerator ÷ denominator of a rate, each with its counting word; empty for what is no quotient. */
const partsOf = (numbers: Numbers, indicator: PublishedIndicator, { lang }: Context): string => {
  const { parts } = indicator;
  if (!parts) return "";
  const figure = {
    ...numbers,
    indicator: indicator.id,
    quarter: "",
    span: "quarter",
    by: {},
    unit: indicator.unit,
  } as const;
  return `${formatPart(figure, "numerator", parts.numerator, lang)} ÷ ${formatPart(figure, "denominator", parts.denominator, lang)}`;
};

const toldValue = (numbers: Numbers, indicator: PublishedIndicator, { lang }: Context): string =>
  formatPart(
    { ...numbers, indicator: indicator.id, quarter: "", span: "quarter", by: {}, unit: indicator.unit },
    "value",
    indicator.unit,
    lang,
  );

/** A value with what it is divided from below it, in small print. */
const cellOf = (numbers: Numbers, indicator: PublishedIndicator, context: Context, mark = ""): Markup => {
  const parts = partsOf(numbers, indicator, context);
  return html`${toldValue(numbers, indicator, context)}${mark}${parts !== "" && html`<br><span class="small">${parts}</span>`}`;
};

const whoTable = (below: PublishedBelow, names: readonly string[], context: Context): Markup => {
  const { lang, quarter } = context;
  return dataTable(
    [
      { head: say(heads.federation, context) },
      { head: say(heads.asOf, context) },
      { head: say(heads.returns, context), number: true },
      { head: say(heads.state, context) },
    ],
    names.map((name) => {
      const bundle = below.bundles.find((b) => b.federation === name && b.quarter === quarter.id);
      if (!bundle)
        return [name, "—", "—", html`<strong class="gap">${say(states.missing, context)}</strong>`];
      const { due, received, edition, code, inside } = bundle;
      const returns =
        due === null || received === null || due === 0
          ? "—"
          : html`${formatRate(new Big(received).div(due).toFixed(6))}<br><span class="small">${received}/${due}</span>`;
      const state =
        edition === null
          ? say(states.open, context)
          : fill(say(states.released, context), { n: String(edition) });
      const n = inside.length > 0 ? fill(say(states.inside, context), { n: String(inside.length) }) : "";
      return [
        name,
        formatDay(bundle.asOf, lang),
        returns,
        html`${state}${n}<br><span class="small">${code}</span>`,
      ];
    }),
  );
};

interface Told {
  readonly below: PublishedBelow;
  readonly figures: readonly BelowFigure[];
  readonly sum: (indicator: string, span: BelowFigure["span"]) => BelowSum | undefined;
  /** Federations whose figures may be added. */
  readonly came: number;
}

const rowOf = (indicator: PublishedIndicator, told: Told, context: Context): (Markup | string)[] => {
  const { below, sum, came } = told;
  const quarter = sum(indicator.id, "quarter");
  const year = indicator.span === "flow" ? sum(indicator.id, "year") : undefined;
  const mark = quarter?.distinct ? "†" : "";
  const own = context.edition.total(indicator, context.quarter.id);
  const name = capital(say(indicator.words, context));
  const ownCell = own ? cellOf(own, indicator, context) : "—";
  const from = quarter ? `${quarter.from}/${came}` : "—";
  const yearSaid =
    year &&
    html`<br><span class="small">${say(said.year, context)}${toldValue(year, indicator, context)}</span>`;
  if (below.relation !== "apart") {
    const federations = fill(say(said.from, context), { n: from });
    const added = quarter
      ? html`${cellOf(quarter, indicator, context, mark)}${yearSaid}<br><span class="small">${federations}</span>`
      : "—";
    return [name, added, ownCell];
  }
  const total = below.totals.find(
    (one) => one.indicator === indicator.id && one.quarter === context.quarter.id && one.span === "quarter",
  );
  return [
    name,
    quarter ? html`${cellOf(quarter, indicator, context, mark)}${yearSaid}` : "—",
    from,
    ownCell,
    total ? cellOf(total, indicator, context, mark) : "—",
  ];
};

const eachOf = (indicators: readonly PublishedIndicator[], { figures }: Told, context: Context): Markup => {
  const rows = indicators.flatMap((indicator) =>
    figures
      .filter((figure) => figure.indicator === indicator.id && figure.span === "quarter")
      .map((figure) => [
        capital(say(indicator.words, context)),
        figure.federation,
        cellOf(figure, indicator, context, figure.differs ? " ≠" : ""),
      ]),
  );
  return html`<details class="table"><summary>${say(said.each, context)}</summary>${dataTable(
    [
      { head: say(heads.figure, context) },
      { head: say(heads.federation, context) },
      { head: say(heads.value, context), number: true },
    ],
    rows,
  )}</details>`;
};

const roomOf = (
  room: { readonly id: string; readonly words: { zh: string; en: string } },
  told: Told,
  context: Context,
): Markup | false => {
  const indicators = context.edition.publication.indicators.filter(
    (indicator) =>
      indicator.room === room.id &&
      told.figures.some((figure) => figure.indicator === indicator.id && figure.span === "quarter"),
  );
  if (indicators.length === 0) return false;
  const last =
    told.below.relation === "apart"
      ? [heads.sum, heads.from, heads.own, heads.total]
      : [heads.sum, heads.own];
  return html`<h2 id="${room.id}">${capital(say(room.words, context))}</h2>
${dataTable(
  [{ head: say(heads.figure, context) }, ...last.map((head) => ({ head: say(head, context), number: true }))],
  indicators.map((indicator) => rowOf(indicator, told, context)),
)}
${eachOf(indicators, told, context)}`;
};

/** The federations below: who owes figures, who has handed up, what they come to together, and each one's own. */
export const below = (context: Context): Markup => {
  const { publication } = context.edition;
  const given = publication.below;
  if (!given) return html`<p>${say(said.unknown, context)}</p>`;
  const own = (one: { readonly quarter: string }): boolean => one.quarter === context.quarter.id;
  const due = given.due.find(own);
  const bundles = given.bundles.filter(own);
  const names = [...new Set([...(due?.due ?? []), ...bundles.map(({ federation }) => federation)])];
  const owed = due?.due ?? [];
  const received = owed.length - (due?.missing.length ?? 0);
  const figures = given.figures.filter(own);
  const told: Told = {
    below: given,
    figures,
    sum: (indicator, span) =>
      given.sums.find((one) => one.indicator === indicator && own(one) && one.span === span),
    came: bundles.filter(isAdded).length,
  };
  const relation = { apart: said.apart, within: said.held, none: said.unrelated }[given.relation ?? "none"];
  const sentences = [
    owed.length === 0
      ? say(said.nobodyDue, context)
      : fill(say(said.reporting, context), {
          due: String(owed.length),
          received: String(received),
          rate: formatRate(new Big(received).div(owed.length).toFixed(6)),
        }),
    due &&
      due.missing.length > 0 &&
      fill(say(said.missing, context), { names: due.missing.join(comma(context)) }),
    ...bundles
      .filter((bundle) => bundle.within !== undefined)
      .map(({ federation, within = "" }) =>
        fill(say(said.within, context), { name: federation, around: within }),
      ),
    ...bundles.flatMap(({ federation, overlap }) =>
      overlap
        ? [
            fill(say(said.overlap, context), {
              name: federation,
              around: overlap.federation,
              shared: overlap.shared.join(comma(context)),
            }),
          ]
        : [],
    ),
  ]
    .filter(Boolean)
    .join(context.lang === "zh" ? "" : " ");
  return html`<p class="reporting">${sentences}</p>
${names.length > 0 && html`<h2 id="who">${say(said.who, context)}</h2>${whoTable(given, names, context)}`}
${
  figures.length > 0 &&
  html`<p class="small">${say(said.how, context)}${context.lang === "en" && " "}${say(said.differs, context)}${context.lang === "en" && " "}${say(relation, context)}</p>
${publication.rooms.map((room) => roomOf(room, told, context))}`
}`;
};
