import Big from "big.js";
import { formatRate } from "../format.ts";
import type { PublishedIndicator } from "../publication.ts";
import { type BelowFigure, type BelowSum, isAdded, type PublishedBelow } from "../published_below.ts";
import { fill } from "../words.ts";
import { cellOf, toldValue } from "./below_cell.ts";
import { whoTable } from "./below_who.ts";
import { heads, said } from "./below_words.ts";
import { dataTable } from "./chart.ts";
import { type Context, capital, say } from "./context.ts";
import { html, type Markup } from "./markup.ts";

const comma = (context: Context): string => (context.lang === "zh" ? "、" : ", ");

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
