import Big from "big.js";
import { formatRate } from "../format.ts";
import { fill, words } from "../words.ts";
import { returnsOf } from "./completeness.ts";
import { type Context, say } from "./context.ts";
import { html, type Markup } from "./markup.ts";
import { Missing } from "./page_error.ts";

const said = {
  line: words(
    "本页依据的台账应报{due}份，已报{received}份，报送率{rate}；缺报{missing}份，逾期{late}份。",
    "Returns behind this page: {due} due, {received} received ({rate}); {missing} missing, {late} late.",
  ),
  low: words("缺报会使有关数字偏低。", "What is missing makes the figures low."),
  none: words(
    "本季度没有登记这项工作的应报清单，报送率无从计算。",
    "No returns were declared due for this programme, so there is no reporting rate.",
  ),
};

/**
 * How complete the registers are that a page rests on.
 * @param room whose registers they are
 */
export const reporting = (room: string, context: Context): Markup => {
  if (!context.edition.publication.rooms.some(({ id }) => id === room))
    throw new Missing(words(`没有名为“${room}”的业务`, `there is no room "${room}"`));
  const { due, received, missing, late } = returnsOf(context, room);
  if (due === 0) return html`<p class="reporting">${say(said.none, context)}</p>`;
  const line = fill(say(said.line, context), {
    due: String(due),
    received: String(received),
    rate: formatRate(new Big(received).div(due).toFixed(6)),
    missing: String(missing),
    late: String(late),
  });
  return html`<p class="reporting">${line}${missing > 0 && ` ${say(said.low, context)}`}</p>`;
};
