import { formatDay, formatQuarter } from "../format.ts";
import type { Objection, Release } from "../release.ts";
import { type Words, words } from "../words.ts";
import type { Ingested } from "./ingest.ts";
import { noQuarter } from "./quarter_said.ts";
import { firstError } from "./summary.ts";

/** What stands against releasing a quarter as it is, with a sentence for each. @throws Failure for a quarter that is not there */
export const objectionsTo = (
  quarter: string,
  { quarters, asOf, checks }: Ingested,
  last: Release | undefined,
): Map<Objection, Words> => {
  const own = quarters.find(({ id }) => id === quarter);
  if (own === undefined)
    throw noQuarter(
      quarter,
      quarters.map(({ id }) => id),
    );
  const found = new Map<Objection, Words>();
  if (last)
    found.set(
      "released",
      words(
        `${formatQuarter(quarter, "zh")}已于数据截至${formatDay(last.asOf, "zh")}时发布过（第${last.edition}版）`,
        `${formatQuarter(quarter, "en")} was released before (edition ${last.edition}, data as of ${formatDay(last.asOf, "en")})`,
      ),
    );
  if (asOf < own.lastDay)
    found.set(
      "not_ended",
      words(
        `${formatQuarter(quarter, "zh")}到${formatDay(own.lastDay, "zh")}才结束，台账只到${formatDay(asOf, "zh")}`,
        `${formatQuarter(quarter, "en")} ends on ${formatDay(own.lastDay, "en")}, the registers on ${formatDay(asOf, "en")}`,
      ),
    );
  const error = firstError(checks);
  if (error) found.set("errors", words(`数据有差错：${error.zh}`, `there are errors: ${error.en}`));
  return found;
};
