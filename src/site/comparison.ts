import { type Change, change } from "../change.ts";
import { dash, formatValue } from "../format.ts";
import type { PublishedIndicator } from "../publication.ts";
import { fill, type Words, words } from "../words.ts";
import { type Context, say } from "./context.ts";
import { isMove, movedBy } from "./moved_by.ts";
import { wording } from "./wording.ts";

const level = words("持平", "unchanged");
const unknown: Record<"zero base" | "no base" | "no value" | "hidden base" | "hidden value", Words> = {
  "zero base": words("{base}为0", "{base}: 0"),
  "no base": words("{base}无数据", "{base}: no data"),
  "no value": words("本季度无数据", "no data this quarter"),
  "hidden base": words("{base}不公布", "{base}: withheld"),
  "hidden value": words("本季度不公布", "withheld this quarter"),
};
const known = words("{base}{value}", "{base}: {value}");

/** One side of a comparison in words. */
export interface Compared {
  /** 环比 or 同比. */
  readonly label: string;
  /** 增长12.3%, or a dash. */
  readonly movement: string;
  /** 上季度512.34万元, or why there is nothing to compare with. */
  readonly base: string;
  readonly verdict: "better" | "worse" | "neutral";
}

const verdictOf = (indicator: PublishedIndicator, c: Change): Compared["verdict"] =>
  c.direction === "unknown" || c.direction === "level" || indicator.better === "neither"
    ? "neutral"
    : (c.direction === "up") === (indicator.better === "more")
      ? "better"
      : "worse";

/** An indicator's total against the previous quarter (环比) or the same quarter of last year (同比). */
export const compare = (
  indicator: PublishedIndicator,
  against: "previous" | "yearBefore",
  context: Context,
): Compared => {
  const { edition, quarter, lang } = context;
  const figure = edition.total(indicator, quarter.id);
  const other = edition.total(indicator, quarter[against]);
  const now = figure?.value ?? null;
  const then = other?.value ?? null;
  const c = change(now, then, indicator.unit);
  const base = say(wording[against], context);
  const movement = isMove(c) ? movedBy(c, context) : c.direction === "level" ? say(level, context) : dash;
  const why = figure?.hidden ? "hidden value" : other?.hidden ? "hidden base" : undefined;
  const basis = c.direction === "unknown" ? unknown[why ?? c.why] : known;
  return {
    label: say(against === "previous" ? wording.onPrevious : wording.onYear, context),
    movement,
    base: fill(say(basis, context), { base, value: formatValue(then, indicator.unit, lang) }),
    verdict: verdictOf(indicator, c),
  };
};
