import Big from "big.js";
import { formatRate } from "../format.ts";
import { fill, words } from "../words.ts";
import { returnsOf } from "./completeness.ts";
import { type Context, say } from "./context.ts";
import { html, type Markup } from "./markup.ts";

const said = {
  head: words("数据是否可信", "Can it be trusted?"),
  returns: words(
    "应报台账{due}份，已报{received}份，报送率{rate}，缺报{missing}份、逾期{late}份。",
    "Returns: {due} due, {received} received ({rate}); {missing} missing, {late} late.",
  ),
  undeclared: words(
    "本季度未登记应报清单，报送率无从计算。",
    "No returns were declared due, so there is no reporting rate.",
  ),
  rows: words(
    "共读入台账{read}行，退回{refused}行，其余入账、重复或被更正替代，逐行可查；",
    "{read} rows were read and {refused} refused; every row is accounted for.",
  ),
  sound: words("各项核对均未发现差错。", "No check found an error."),
  errors: words("{n}项核对发现差错。", "{n} checks found errors."),
  more: words("数据质量", "Data quality"),
};

/** Whether the numbers can be trusted, in one paragraph: returns, rows refused, standing checks. */
export const trust = (context: Context): Markup => {
  const { quality } = context.edition;
  const { due, received, missing, late } = returnsOf(context);
  const count = (key: "read" | "refused"): string =>
    quality.files
      .reduce((n, file) => n.plus(file[key]), new Big(0))
      .toFixed()
      .replace(/\B(?=(\d{3})+$)/g, ",");
  const errors = quality.checks.filter((c) => c.severity === "error" && c.count > 0).length;
  const gap = context.lang === "en" ? " " : "";
  const sentences = [
    due === 0
      ? say(said.undeclared, context)
      : fill(say(said.returns, context), {
          due: String(due),
          received: String(received),
          rate: formatRate(new Big(received).div(due).toFixed(6)),
          missing: String(missing),
          late: String(late),
        }),
    fill(say(said.rows, context), { read: count("read"), refused: count("refused") }),
    errors === 0 ? say(said.sound, context) : fill(say(said.errors, context), { n: String(errors) }),
  ].join(gap);
  const folder = context.lang === "zh" ? "" : "/en";
  return html`<p class="trust"><b>${say(said.head, context)}</b>　${sentences}${gap}<a href="${folder}/quality">${say(said.more, context)}</a></p>`;
};
