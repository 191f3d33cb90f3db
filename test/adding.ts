import Big from "big.js";
import type { Contribution } from "../src/node/contributions.ts";

type Rows = readonly Contribution[];

const sum = (numbers: readonly (string | null | undefined)[]): Big =>
  numbers.reduce((n, one) => n.plus(one ?? 0), new Big(0));

const distinct = (rows: Rows, columns: readonly string[]): Big => {
  const keys = rows.map(({ row }) => columns.map((column) => row[column] ?? null));
  const whole = keys.filter((key) => key.length > 1 || key[0] !== null);
  return new Big(new Set(whole.map((key) => JSON.stringify(key))).size);
};

/**
 * Adds up one part of a figure from the rows that are listed, by hand: what each row says in a column, or counts by
 * itself, added together; distinct things once. The figure's own query is not run.
 * @param sql the aggregate, as the indicator has it
 * @param own what each row by itself makes of it
 * @returns undefined for an aggregate that no adding gives (the greatest of three sums)
 */
export const addedUp = (
  sql: string,
  rows: Rows,
  own: (row: Contribution) => string | null,
): Big | undefined => {
  if (sql === "count(*)") return new Big(rows.length);
  const column = /^(?:coalesce\()?sum\((\w+)\)(?:, 0\))?$/.exec(sql)?.[1];
  if (column !== undefined) return sum(rows.map(({ row }) => row[column]));
  const flag = /^count\(\*\) FILTER \(WHERE (NOT )?(\w+)\)$/.exec(sql);
  if (flag)
    return new Big(rows.filter(({ row }) => row[flag[2] as string] === (flag[1] ? "false" : "true")).length);
  const things = /^count\(DISTINCT \(?([\w, ]+?)\)?\)$/.exec(sql)?.[1];
  if (things !== undefined) return distinct(rows, things.split(", "));
  const unfailing = /^count\(DISTINCT (\w+)\) - count\(DISTINCT \1\) FILTER \(WHERE NOT (\w+)\)$/.exec(sql);
  if (unfailing) {
    const [, who = "", met = ""] = unfailing;
    const failed = rows.filter(({ row }) => row[met] === "false");
    return distinct(rows, [who]).minus(distinct(failed, [who]));
  }
  if (sql.includes("list_distinct(list({case_id: case_id, people: people}))"))
    return sum([...new Map(rows.map(({ row }) => [row.case_id, row.people])).values()]);
  const extreme = /^(min|max)\((\w+)\)$/.exec(sql);
  if (extreme) {
    const numbers = rows.flatMap(({ row }) => row[extreme[2] as string] ?? []).map(Number);
    return numbers.length === 0 ? new Big(0) : new Big(Math[extreme[1] as "min" | "max"](...numbers));
  }
  // A count or a sum under a condition: each row by itself says what it adds.
  const adds =
    /^(?:(?:coalesce\(sum|count)\([^()]*\)(?: FILTER \([^()]*\))?(?:, 0\))?|nullif\(count\(\*\), 0\)|CASE WHEN count\(\*\) > 0 THEN count\(\*\) FILTER \([^()]*\) END)$/;
  return adds.test(sql) ? sum(rows.map(own)) : undefined;
};
