import { type Change, change } from "../change.ts";
import type { Figure } from "../figure.ts";
import { formatPart, formatValue } from "../format.ts";
import type { PublishedIndicator } from "../publication.ts";
import { fill, type Words, words } from "../words.ts";
import { type Context, capital, say } from "./context.ts";
import { isMove, movedBy } from "./moved_by.ts";

type Against = "previous" | "yearBefore";

const bases: Record<Against, Words> = {
  previous: words("上季度", "the previous quarter"),
  yearBefore: words("上年同期", "the same quarter last year"),
};
const names: Record<Against, string> = { previous: "环比", yearBefore: "同比" };

const moved = words("{name}{moved}（{base}{basis}）", "{moved} on {base} ({basis})");
const level = words("与{base}持平（{basis}）", "unchanged on {base} ({basis})");
const none: Record<"zero base" | "no base" | "hidden", Words> = {
  "zero base": words("{base}为0，不作{name}比较", "{base} had none, so there is no rate of change"),
  "no base": words("{base}无数据，不作{name}比较", "there are no data for {base}"),
  hidden: words("{base}数据不公布，不作{name}比较", "the number for {base} is withheld"),
};

const pattern = (moving: Change, base: Figure | undefined): Words =>
  moving.direction === "level"
    ? level
    : moving.direction === "unknown"
      ? none[base?.hidden ? "hidden" : moving.why === "zero base" ? "zero base" : "no base"]
      : moved;

const clause = (
  indicator: PublishedIndicator,
  figure: Figure,
  against: Against,
  context: Context,
): string => {
  const { edition, quarter, lang } = context;
  const base = edition.total(indicator, quarter[against]);
  const then = base?.value ?? null;
  const moving = change(figure.value, then, indicator.unit);
  return fill(say(pattern(moving, base), context), {
    name: names[against],
    base: say(bases[against], context),
    basis: formatValue(then, indicator.unit, lang),
    moved: isMove(moving) ? movedBy(moving, context) : "",
  });
};

/** 环比增长12.3%（上季度512.34万元），上年同期无数据，不作同比比较: how a figure moved, as an office writes it. */
export const movement = (indicator: PublishedIndicator, context: Context): string => {
  const { edition, quarter, lang } = context;
  const figure = edition.total(indicator, quarter.id);
  if (figure === undefined || (figure.value === null && !figure.hidden))
    return lang === "zh" ? "本季度无数据" : "no data this quarter";
  if (figure.hidden) return lang === "zh" ? "本季度数据不公布" : "withheld this quarter";
  return (["previous", "yearBefore"] as const)
    .map((against) => clause(indicator, figure, against, context))
    .join(lang === "zh" ? "，" : "; ");
};

/** One figure in one sentence: what it is, how much, and how it moved. */
export const sentence = (indicator: PublishedIndicator, context: Context): string => {
  const { edition, quarter, lang } = context;
  const figure = edition.total(indicator, quarter.id);
  const name = say(indicator.words, context);
  const value = formatPart(figure, "value", indicator.unit, lang);
  const how = movement(indicator, context);
  if (figure === undefined || figure.value === null)
    return lang === "zh" ? `${name}${how}。` : `${capital(name)}: ${how}.`;
  return lang === "zh" ? `${name}${value}，${how}。` : `${capital(name)}: ${value}, ${how}.`;
};
