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
  open: words("本季度尚未定稿发布。", "The quarter has not been released yet."),
  released: words(
    "本季度已定稿发布，此后没有修订。",
    "The quarter is released and nothing was revised since.",
  ),
  revised: words(
    "本季度已定稿发布，此后修订{n}项数字。",
    "The quarter is released; {n} figures were revised since.",
  ),
  log: words("修订记录", "Revisions"),
  more: words("数据质量", "Data quality"),
};

/** Whether the quarter is released, and how much was revised since. */
const releaseSaid = (context: Context): string => {
  const { releases, revisions } = context.edition.publication;
  const own = (one: { readonly quarter: string }): boolean => one.quarter === context.quarter.id;
  if (!releases.some(own)) return say(said.open, context);
  const n = revisions.filter(own).length;
  return n === 0 ? say(said.released, context) : fill(say(said.revised, context), { n: String(n) });
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
  return html`<p class="trust"><b>${say(said.head, context)}</b>　${sentences}${gap}<a href="${folder}/quality">${say(said.more, context)}</a>${context.lang === "zh" ? "。" : ". "}${releaseSaid(context)}<a href="${folder}/${context.quarter.id}/revisions">${say(said.log, context)}</a></p>`;
};
