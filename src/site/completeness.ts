import Big from "big.js";
import { dash, formatRate } from "../format.ts";
import type { Completeness } from "../publication.ts";
import { fill, words } from "../words.ts";
import { dataTable } from "./chart.ts";
import { type Context, say } from "./context.ts";
import { html, type Markup } from "./markup.ts";
import { wording } from "./wording.ts";

const summary = words(
  "应报台账{due}份，已报{received}份，报送率{rate}；其中零报告{zero}份，逾期报送{late}份；缺报{missing}份。",
  "Returns: {due} due, {received} received ({rate}), {zero} of them empty on purpose and {late} late; {missing} missing.",
);
const caution = words(
  "缺报台账所涉数字偏低，不作为工作进展解读。",
  "Figures that rest on missing returns are low for that reason alone.",
);
const complete = words("各单位台账已全部报送。", "All returns are in.");
const undeclared = words("本季度未登记应报清单。", "No returns were declared due for this quarter.");

const sum = (rows: readonly Completeness[], count: (row: Completeness) => number | null): number =>
  rows.reduce((total, row) => total + (count(row) ?? 0), 0);

/** Returns of a quarter, over all registers (of one room) for which any were declared due. */
export const returnsOf = ({ edition, quarter }: Context, room?: string) => {
  const declared = edition.publication.completeness.filter(
    (r) => r.quarter === quarter.id && r.due !== null && r.due > 0 && (room ?? r.room) === r.room,
  );
  return {
    declared,
    due: sum(declared, (r) => r.due),
    received: sum(declared, (r) => r.received),
    zero: sum(declared, (r) => r.zero),
    late: sum(declared, (r) => r.late),
    missing: sum(declared, (r) => r.missing),
  };
};

/** How many returns were due, came, came late, came empty or are missing: total in words, registers in a table. */
export const completeness = (context: Context): Markup => {
  const { declared, due, received, zero, late, missing } = returnsOf(context);
  const slots = {
    due: String(due),
    received: String(received),
    rate: due === 0 ? dash : formatRate(new Big(received).div(due).toFixed(6)),
    zero: String(zero),
    late: String(late),
    missing: String(missing),
  };
  if (declared.length === 0) return html`<p class="none">${say(undeclared, context)}</p>`;
  const table = dataTable(
    [
      { head: say(wording.register, context) },
      { head: say(wording.submitted, context), number: true },
      { head: say(wording.zeroReturns, context), number: true },
      { head: say(wording.missingReturns, context), number: true },
    ],
    declared.map((r) => [
      say(r.words, context),
      `${r.received ?? dash}/${r.due}`,
      r.zero ?? dash,
      r.missing ? html`<strong class="gap">${r.missing}</strong>` : (r.missing ?? dash),
    ]),
  );
  return html`<div class="completeness"><p>${fill(say(summary, context), slots)}${context.lang === "en" && " "}${say(missing > 0 ? caution : complete, context)}</p>
<details class="table"><summary>${say(words("分台账报送情况", "Returns by register"), context)}</summary>${table}</details></div>`;
};
