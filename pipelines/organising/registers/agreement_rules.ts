import type { RowRule } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";

const inOrder = (
  earlier: string,
  later: string,
): ((row: Readonly<Record<string, string | null>>) => boolean) => {
  return (row) => row[earlier] == null || row[later] == null || (row[earlier] ?? "") <= (row[later] ?? "");
};

/** What a single row of the register of contracts may not say. Rules that need other rows stand in checks.sql. */
export const agreementRules: readonly RowRule[] = [
  {
    field: "valid_to",
    holds: inOrder("valid_from", "valid_to"),
    why: words("到期日期早于生效日期", "is before the day it came into force"),
    mend: words("请核对合同期限的起止日期", "check both ends of the term"),
    severity: "error",
  },
  {
    field: "signed_day",
    holds: inOrder("signed_day", "valid_to"),
    why: words("签订日期晚于到期日期", "is after the contract ended"),
    mend: words("请核对签订日期和到期日期", "check the day of signing and the end of the term"),
    severity: "error",
  },
  {
    field: "valid_from",
    holds: inOrder("signed_day", "valid_from"),
    why: words("生效日期早于签订日期", "is before the day of signing"),
    mend: words(
      "请核对；确属约定追溯生效的不用改",
      "check it; leave it where it was agreed to apply retroactively",
    ),
    severity: "warning",
  },
  {
    field: "main_id",
    holds: (row) => row.kind !== "补充协议" || row.main_id != null,
    why: words(
      "补充协议没有主合同编号，不知补充哪份合同",
      "is empty, so the amendment belongs to no contract",
    ),
    mend: words("请补填所补充合同的编号", "give the number of the contract that it changes"),
    severity: "error",
  },
];
