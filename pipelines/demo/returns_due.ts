import { type DemoQuarter, dayNumber, isoDay } from "./calendar.ts";
import { city, home } from "./places.ts";
import type { Row } from "./sheet.ts";

export const units = {
  city: `${city.name}总工会`,
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

/** Owed from the fourth quarter of 2018 on, when these programmes came under the list. */
const dueLater = [
  ["建会台账", units.visits],
  ["集体合同台账", units.visits],
  ["食堂命名台账", units.city],
  ["拨付台账", units.city],
  ["服务台账", units.city],
  ["活动台账", units.city],
] as const;

/** Owed from 2019 on. */
const dueNewly = [
  ["食堂考评", units.city],
  ["食堂满意度测评", units.city],
  ["资金台账", units.city],
  ["补助发放", units.city],
] as const;

/** Rows of 应报清单: each quarter's registers are due on the tenth day after it. */
export function* returnRows(quarters: readonly DemoQuarter[]): Iterable<Row> {
  for (const { id, lastDay } of quarters)
    for (const [台账, 填报单位] of due)
      yield { 台账, 填报单位, 期别: id, 截止日期: isoDay(dayNumber(lastDay) + 10) };
  for (const { id, lastDay } of quarters)
    for (const [台账, 填报单位] of [...(id >= "2018Q4" ? dueLater : []), ...(id >= "2019Q1" ? dueNewly : [])])
      yield { 台账, 填报单位, 期别: id, 截止日期: isoDay(dayNumber(lastDay) + 10) };
  // Founded in 2019: its first returns were due then, and one of the two did not come.
  const { id, lastDay } = quarters.at(-1) as DemoQuarter;
  for (const 台账 of ["走访台账", "问题台账"])
    yield { 台账, 填报单位: units.zone, 期别: id, 截止日期: isoDay(dayNumber(lastDay) + 10) };
}
