import { tenThousands, yuan } from "./amounts.ts";
import { isoDay } from "./calendar.ts";
import { type Payment, payments } from "./entrepreneurship_payments.ts";
import type { Federation } from "./federation.ts";
import { city } from "./places.ts";
import type { Row, Sheet } from "./sheet.ts";

const row = (p: Payment, line: string, amount: string): Row => ({
  拨付编号: p.id,
  项目编码: line,
  对象编号: p.honouree,
  拨付日期: isoDay(p.day),
  拨付金额: amount,
  凭证号: `PZ${isoDay(p.day).slice(2, 7).replace("-", "")}-${String((Number(p.id.slice(-4)) % 90) + 1).padStart(2, "0")}`,
});

function* of2018(f: Federation): Iterable<Row> {
  for (const p of payments(f, "2018")) yield row(p, p.booked ?? p.line, yuan(p.cents));
}

/** What was first booked on the line for ordinary parks, booked over once the award was won. */
function* rebooked(f: Federation): Iterable<Row> {
  for (const p of payments(f, "2018")) if (p.booked) yield row(p, p.line, yuan(p.cents));
}

function* of2019(f: Federation): Iterable<Row> {
  let sum = 0;
  for (const p of payments(f, "2019")) {
    sum += p.cents;
    yield row(p, p.line, tenThousands(p.cents));
  }
  yield { 拨付编号: "合计", 拨付金额: tenThousands(sum) };
  yield { 拨付编号: "注：使用上年预算的，项目编码填上年项目" };
}

const columns = ["拨付编号", "项目编码", "对象编号", "拨付日期", "拨付金额", "凭证号"];
const above = [`填报单位：${city.name}总工会`];

/** 拨付台账: the year in 元 with a correction, and the next quarter in 万元 under other headers. */
export const paymentSheets = (f: Federation): Sheet[] => [
  {
    path: "工友创业/拨付台账-2018.csv",
    columns,
    rows: () => of2018(f),
    spoilt: [{ 拨付编号: "BF2018-X1", 项目编码: "GY2018-09", 拨付日期: "2018-05-04", 拨付金额: "50000" }],
  },
  {
    path: "工友创业/拨付台账-2018调账.csv",
    above: [...above, "填报日期：2019-01-15"],
    columns,
    rows: () => rebooked(f),
  },
  {
    path: "工友创业/拨付台账-2019Q1.csv",
    above: ["工友创业专项资金拨付台账", ...above, "期别：2019Q1", "填报日期：2019-04-09"],
    columns,
    renamed: { 拨付日期: "拨款日期", 拨付金额: "拨款金额（万元）" },
    rows: () => of2019(f),
  },
];
