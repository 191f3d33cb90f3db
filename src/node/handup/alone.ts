import { ordinal } from "../../quarter.ts";

/** Quarters in which nobody told anything, up to which they are shown as such: a year. */
const most = 4;

/** The quarters that were told of, and those between where no more than a year is missing: a slip of the year opens one. */
export const bridged = <T extends { readonly id: string }>(
  quarters: readonly T[],
  told: ReadonlySet<string>,
): T[] => {
  const at = quarters.flatMap(({ id }, i) => (told.has(id) ? [i] : []));
  return quarters.filter((_, i) => {
    const before = at.findLast((one) => one <= i);
    const after = at.find((one) => one >= i);
    return before !== undefined && after !== undefined && after - before <= most;
  });
};

/**
 * The last quarter before one that lies more than a year behind it, where one federation alone tells of it: no clock is
 * read, so a slip of the year can only be told by what others say.
 * @param told what federations told of which quarter
 */
export const aloneIn = (
  quarter: string,
  told: readonly { readonly federation: string; readonly quarter: string }[],
): string | undefined => {
  const here = told.filter((one) => one.quarter === quarter).map(({ federation }) => federation);
  const before = told
    .map((one) => one.quarter)
    .filter((one) => one < quarter)
    .sort()
    .at(-1);
  if (new Set(here).size > 1 || before === undefined) return undefined;
  return ordinal(quarter) - ordinal(before) > most ? before : undefined;
};
