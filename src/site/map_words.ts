import { formatPart, formatRate, formatValue } from "../format.ts";
import type { PublishedIndicator } from "../publication.ts";
import { largestFirst } from "../size_order.ts";
import { type Context, say } from "./context.ts";
import { extremes } from "./extremes.ts";
import type { Mark } from "./marks.ts";
import { wording } from "./wording.ts";

/** More places than these are dots: tiles would be too small to read. */
export const mostTiles = 20;

/** Values of more places than these are told by their ends. */
const fewValues = 4;

const valueIn = ({ figure }: Mark, { unit }: PublishedIndicator, { lang }: Context): string =>
  formatPart(figure, "value", unit, lang);

const sorted = (marks: readonly Mark[]): Mark[] => largestFirst(marks, ({ figure }) => figure.value ?? "0");

/** How many places have which value; undefined where there are too many values to tell. */
const tally = (
  marks: readonly Mark[],
  indicator: PublishedIndicator,
  context: Context,
): string[] | undefined => {
  const counts = new Map<string, number>();
  for (const mark of sorted(marks)) {
    const value = valueIn(mark, indicator, context);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  if (counts.size > fewValues) return undefined;
  return [...counts].map(([value, n]) =>
    context.lang === "zh" ? `${n}处为${value}` : `${value} at ${n} places`,
  );
};

/** A place with its value: 望川区 62.5%. */
export const inWords = (mark: Mark, indicator: PublishedIndicator, context: Context): string =>
  `${mark.name} ${valueIn(mark, indicator, context)}`;

/** The map in words: a few places one by one; of many, how many have which value, or the two ends. */
export const told = (marks: readonly Mark[], indicator: PublishedIndicator, context: Context): string => {
  const each = sorted(marks).map((mark) => inWords(mark, indicator, context));
  const parts =
    marks.length <= mostTiles
      ? each
      : (tally(marks, indicator, context) ?? [each[0] ?? "", "…", each.at(-1) ?? ""]);
  return parts.join("; ");
};

/** What to see in the map, in one sentence without a full stop. */
export const remarkOf = (
  marks: readonly Mark[],
  by: string,
  indicator: PublishedIndicator,
  context: Context,
): string => {
  const counted = marks.length > mostTiles ? tally(marks, indicator, context) : undefined;
  if (counted) return counted.join(context.lang === "zh" ? "，" : ", ");
  const values = sorted(marks).flatMap(({ name, figure: { value } }) =>
    value === null ? [] : [{ name, value, shown: formatValue(value, indicator.unit, context.lang) }],
  );
  return extremes(
    values,
    by,
    indicator,
    marks.some(({ figure }) => figure.hidden?.value !== undefined),
    context,
  );
};

/** What a sign on the map stands for. */
export const keyWords =
  (marks: readonly Mark[], indicator: PublishedIndicator, context: Context) =>
  (share: number | undefined): string => {
    if (share === undefined) return say(wording.noValue, context);
    if (share > 0 && share < 1) return say(wording.between, context);
    if (indicator.unit === "rate") return formatRate(String(share));
    return valueIn(marks.find((mark) => mark.share === share) as Mark, indicator, context);
  };
