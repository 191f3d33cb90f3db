import Big from "big.js";
import type { PublishedIndicator } from "../publication.ts";
import { fill, words } from "../words.ts";
import { type Context, say } from "./context.ts";

/** A value and what it belongs to, as it is written. */
export interface Named {
  readonly name: string;
  /** Decimal text. */
  readonly value: string;
  readonly shown: string;
}

const said = {
  open: words("已公布的数中，", "Of the numbers published: "),
  same: words("各{by}均为{shown}", "{shown} throughout"),
  range: words(
    "{top}最高，为{topShown}；{low}最低，为{lowShown}",
    "Highest: {top}, {topShown}; lowest: {low}, {lowShown}",
  ),
  short: words("；{n}个未达目标", "; {n} below the target"),
  all: words("；全部达到目标", "; all meet the target"),
};

/** A target that each part must meet by itself: a rate's. A count's is for the whole. */
export const partTarget = (
  indicator: PublishedIndicator,
  { edition, quarter }: Context,
): string | undefined =>
  indicator.unit === "rate" ? edition.target(indicator, quarter.id)?.target : undefined;

const comparison = (
  values: readonly Named[],
  by: string,
  indicator: PublishedIndicator,
  context: Context,
): string => {
  const ordered = values.toSorted((a, b) => new Big(b.value).cmp(a.value));
  const [top, low] = [ordered[0], ordered.at(-1)];
  if (top === undefined || low === undefined || ordered.length < 2) return "";
  if (new Big(top.value).eq(low.value)) return fill(say(said.same, context), { by, shown: top.shown });
  const range = fill(say(said.range, context), {
    top: top.name,
    topShown: top.shown,
    low: low.name,
    lowShown: low.shown,
  });
  const target = partTarget(indicator, context);
  if (target === undefined || indicator.better !== "more") return range;
  const n = ordered.filter(({ value }) => new Big(value).lt(target)).length;
  return range + (n === 0 ? say(said.all, context) : fill(say(said.short, context), { n: String(n) }));
};

/**
 * What to see in a drawing of many values: the highest, the lowest, how many miss the target. Empty for a single one.
 * @param withheld some values are not published, so that the highest and lowest hold among the others only
 */
export const extremes = (
  values: readonly Named[],
  by: string,
  indicator: PublishedIndicator,
  withheld: boolean,
  context: Context,
): string => {
  const told = comparison(values, by, indicator, context);
  return withheld && told !== "" ? say(said.open, context) + told : told;
};
