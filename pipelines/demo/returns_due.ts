import { type DemoQuarter, dayNumber, isoDay } from "./calendar.ts";
import { city, home } from "./places.ts";
import type { Row } from "./sheet.ts";

export const units = {
  visits: `${home.name}总工会`,
  aid: `${city.name}总工会法律援助中心`,
  districts: "各区县总工会（汇总）",
  zone: "经开区总工会",
  school: `${city.name}职工学校`,
} as const;

const due = [
  ["走访台账", units.visits],
  ["问题台账", units.visits],
  ["法律咨询台账", units.aid],
  ["法律援助案件台账", units.aid],
  ["法律援助案件台账", units.districts],
  ["到账明细", units.aid],
  ["点单", units.school],
] as const;

/** Rows of 应报清单: each quarter's registers are due on the tenth day after it. */
export function* returnRows(quarters: readonly DemoQuarter[]): Iterable<Row> {
  for (const { id, lastDay } of quarters)
    for (const [台账, 填报单位] of due)
      yield { 台账, 填报单位, 期别: id, 截止日期: isoDay(dayNumber(lastDay) + 10) };
  // Founded in 2019: its first returns were due then, and one of the two did not come.
  const { id, lastDay } = quarters.at(-1) as DemoQuarter;
  for (const 台账 of ["走访台账", "问题台账"])
    yield { 台账, 填报单位: units.zone, 期别: id, 截止日期: isoDay(dayNumber(lastDay) + 10) };
}
