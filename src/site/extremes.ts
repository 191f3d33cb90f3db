import Big from "big.js";
import type { PublishedIndicator } from "../publication.ts";
import { largestFirst } from "../size_order.ts";
import type { Unit } from "../unit.ts";
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
  only: words("只有{name}一项，为{shown}", "Only {name}: {shown}"),
  range: words("{top}；{low}", "{top}; {low}"),
  one: words("{names}{end}，为{shown}", "{end}: {names}, {shown}"),
  several: words("{names}{end}，均为{shown}", "{end}: {names}, each {shown}"),
  crowd: words("{names}等{n}个{by}{end}，均为{shown}", "{end}: {n} with {shown}, {names} among them"),
  short: words("；{n}个未达目标", "; {n} below the target"),
  all: words("；全部达到目标", "; all meet the target"),
};

/** Rates, averages and marks are high or low; what is counted or added up is much or little. */
const ends = {
  level: { top: words("最高", "Highest"), low: words("最低", "lowest") },
  money: { top: words("最多", "Most"), low: words("最少", "least") },
  count: { top: words("最多", "Most"), low: words("最少", "fewest") },
};
const levels: readonly Unit[] = ["rate", "yuan_per_person", "yuan_per_place", "score", "day"];

const endsOf = ({ unit, parts }: PublishedIndicator): (typeof ends)[keyof typeof ends] =>
  parts || levels.includes(unit) ? ends.level : unit === "yuan" ? ends.money : ends.count;

/** More names than these in one place are counted instead. */
const few = 3;

/** A target that each part must meet by itself: a rate's. A count's is for the whole. */
export const partTarget = (
  indicator: PublishedIndicator,
  { edition, quarter }: Context,
): string | undefined =>
  indicator.unit === "rate" ? edition.target(indicator, quarter.id)?.target : undefined;

const listed = (names: readonly string[], { lang }: Context): string =>
  lang === "zh"
    ? names.join("、")
    : [names.slice(0, -1).join(", "), ...names.slice(-1)].filter((part) => part !== "").join(" and ");

const comparison = (
  values: readonly Named[],
  by: string,
  indicator: PublishedIndicator,
  context: Context,
): string => {
  const ordered = largestFirst(values, ({ value }) => value);
  const [top, low] = [ordered[0], ordered.at(-1)];
  if (top === undefined || low === undefined) return "";
  if (ordered.length === 1) return fill(say(said.only, context), { name: top.name, shown: top.shown });
  if (new Big(top.value).eq(low.value)) return fill(say(said.same, context), { by, shown: top.shown });
  const end = endsOf(indicator);
  const told = (which: "top" | "low", { value, shown }: Named): string => {
    const equals = ordered.filter((one) => new Big(one.value).eq(value)).map(({ name }) => name);
    const [pattern, names] =
      equals.length === 1
        ? [said.one, equals]
        : equals.length <= few
          ? [said.several, equals]
          : [said.crowd, equals.slice(0, 1)];
    return fill(say(pattern, context), {
      names: listed(names, context),
      end: say(end[which], context),
      n: String(equals.length),
      by,
      shown,
    });
  };
  const range = fill(say(said.range, context), { top: told("top", top), low: told("low", low) });
  const target = partTarget(indicator, context);
  if (target === undefined || indicator.better !== "more") return range;
  const n = ordered.filter(({ value }) => new Big(value).lt(target)).length;
  return range + (n === 0 ? say(said.all, context) : fill(say(said.short, context), { n: String(n) }));
};

/**
 * What to see in a drawing of values: the highest, the lowest, how many miss the target; a single one is named.
 * @param withheld some values are not published, so that the highest and lowest hold among the others only
 */
export const extremes = (
  values: readonly Named[],
  by: string,
  indicator: PublishedIndicator,
  withheld: boolean,
  context: Context,
): string => {
  if (withheld && values.length < 2) return "";
  const told = comparison(values, by, indicator, context);
  return withheld && told !== "" ? say(said.open, context) + told : told;
};
