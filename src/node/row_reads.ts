import type { Indicator } from "../indicator.ts";

const sqlOf = ({ where, numerator, denominator, value, behind }: Indicator): string =>
  [where, numerator, denominator, value, behind?.cases, behind?.people, behind?.amount]
    .filter((part) => part !== undefined)
    .join("\n")
    .toLowerCase()
    // Neither reads anything but the row.
    .replace(/\bdistinct\s+from\b/g, "")
    .replace(/\bcount\s*\(\s*\*\s*\)/g, "");

const wordsIn = (sql: string): string[] => sql.match(/[\p{L}\p{N}_]+/gu) ?? [];

/**
 * What begins a subselect, looks from one group of rows at others, or names a row as a whole, as `measureSql` calls it.
 */
const beyond =
  /\b(?:select|from|with|values|table|describe|show|summarize|pivot|unpivot|over|columns|m|counted|p|spans)\b|(?:[(,.]|\bdistinct)\s*\*/;

/**
 * Whether an indicator's numbers are made from columns that its SQL mentions, of the rows of its model that are in the
 * period, and from nothing else. Where it cannot be told, they are not.
 * @param unsteady functions that may say one thing today and another tomorrow, in lower case
 */
export const readsRowsAlone = (indicator: Indicator, unsteady: ReadonlySet<string>): boolean => {
  const sql = sqlOf(indicator);
  return !beyond.test(sql) && !wordsIn(sql).some((word) => unsteady.has(word));
};

/** The columns among those of a model that indicators mention, or might. */
export const columnsRead = (indicators: readonly Indicator[], columns: readonly string[]): string[] => {
  const said = new Set(
    indicators.flatMap((one) => [
      ...wordsIn(sqlOf(one)),
      ...Object.values(one.by ?? {}).map((column) => column.toLowerCase()),
    ]),
  );
  return columns.filter((column) => said.has(column.toLowerCase()) || !/^[\p{L}\p{N}_]+$/u.test(column));
};
