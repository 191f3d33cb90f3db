import type { RowRule } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";

const notNegative = (field: string): RowRule => ({
  field,
  holds: (row) => !(row[field] ?? "").startsWith("-"),
  why: words("金额为负数", "is less than nothing"),
  mend: words("请核对后填不小于零的金额", "check it and give an amount that is not negative"),
  severity: "error",
});

/** What a single row of the case register may not say. Rules that need other rows stand in checks.sql. */
export const caseRules: readonly RowRule[] = [
  {
    field: "closed_on",
    holds: (row) => row.closed_on == null || row.accepted_on == null || row.closed_on >= row.accepted_on,
    why: words("结案日期早于受理日期", "is before the day of acceptance"),
    mend: words("请核对受理日期和结案日期", "check the days of acceptance and of closing"),
    severity: "error",
  },
  {
    field: "people",
    holds: (row) => row.people !== "0",
    why: words("涉及人数为0", "says that nobody is concerned"),
    mend: words("至少填1（申请人本人）", "give at least 1, the applicant"),
    severity: "error",
  },
  notNegative("claimed"),
  notNegative("confirmed"),
  notNegative("avoided"),
  {
    field: "closed_on",
    holds: (row) => row.closed_on != null || (row.closing == null && row.outcome == null),
    why: words(
      "有结案方式或结果，但没有结案日期，按未结案统计",
      "is empty though an outcome is given: the case counts as open",
    ),
    mend: words("请补填结案日期", "fill in the day of closing"),
    severity: "warning",
  },
  {
    field: "closing",
    holds: (row) => row.closed_on == null || row.closing != null,
    why: words("已填结案日期，但没有结案方式", "is empty though the case is closed"),
    mend: words("请补填结案方式", "fill in how the case was closed"),
    severity: "warning",
  },
];
