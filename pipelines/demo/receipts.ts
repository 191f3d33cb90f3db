import { amountsOf, tenThousands, yuan } from "./amounts.ts";
import { dayNumber, isoDay, lastDay, quarters } from "./calendar.ts";
import { type Case, casesOf, levels } from "./case.ts";
import type { Federation } from "./federation.ts";
import { draws } from "./random.ts";
import { units } from "./returns_due.ts";
import type { Row, Sheet } from "./sheet.ts";

interface Receipt {
  readonly voucher: string;
  readonly caseId: string;
  readonly day: number;
  readonly cents: number;
}

const receipt = (c: Case, nth: number, day: number, cents: number): Receipt => ({
  voucher: `DZ-${c.id}-${nth}`,
  caseId: c.id,
  day,
  cents,
});

/** What of a case's confirmed amount arrived, and when: at once, in two parts, or not at all. */
const receiptsOf = (f: Federation, c: Case, factor: number): Receipt[] => {
  const { confirmed } = amountsOf(c, factor);
  if (!confirmed) return [];
  const r = draws(f.seed, "receipt")(...c.place);
  const closed = c.accepted + c.ending.after;
  const fate = r.unit();
  if (fate < 0.14) return [];
  if (fate < 0.78) return [receipt(c, 1, closed + r.between(2, 40), confirmed)];
  const first = Math.round((confirmed * r.between(30, 70)) / 100);
  return [
    receipt(c, 1, closed + r.between(2, 30), first),
    receipt(c, 2, closed + r.between(45, 140), confirmed - first),
  ];
};

function* received(f: Federation, factor: number, first: string, last: string): Iterable<Receipt> {
  for (const level of levels.keys())
    for (const q of quarters.keys())
      for (const c of casesOf(f, level, q))
        for (const each of receiptsOf(f, c, factor))
          if (each.day >= dayNumber(first) && each.day <= Math.min(lastDay, dayNumber(last))) yield each;
}

const row = (r: Receipt, amount: string): Row => ({
  凭证号: r.voucher,
  案件编号: r.caseId,
  到账日期: isoDay(r.day),
  到账金额: amount,
});

/** The first receipt once more at the end: sent twice. */
function* sentTwice(rows: Iterable<Row>): Iterable<Row> {
  let first: Row | undefined;
  for (const each of rows) {
    first ??= each;
    yield each;
  }
  if (first) yield first;
}

function* inYuan(f: Federation, factor: number): Iterable<Row> {
  for (const r of received(f, factor, "2018-01-01", "2018-12-31")) yield row(r, yuan(r.cents));
}

function* inTenThousands(f: Federation, factor: number): Iterable<Row> {
  let sum = 0;
  for (const r of received(f, factor, "2019-01-01", "2019-03-31")) {
    sum += r.cents;
    yield row(r, tenThousands(r.cents));
  }
  yield { 凭证号: "合计", 到账金额: tenThousands(sum) };
  yield { 凭证号: "注：到账金额以银行回单为准" };
}

const columns = ["凭证号", "案件编号", "到账日期", "到账金额"];

/** The files of 到账明细: one in 元, one in 万元 with a total and a note at its foot. */
export const receiptSheets = (f: Federation, factor: number): Sheet[] => [
  {
    path: "legal_aid/到账明细-2018.csv",
    above: [`填报单位：${units.aid}`],
    columns,
    rows: () => sentTwice(inYuan(f, factor)),
    spoilt: [{ 凭证号: "DZ-X1", 案件编号: "FY2018-9999999", 到账日期: "2018-11-05", 到账金额: "12000" }],
  },
  {
    path: "legal_aid/到账明细-2019Q1.csv",
    above: [
      "法律援助案件到账明细",
      `填报单位：${units.aid}`,
      "期别：2019Q1",
      "填报日期：2019-04-08",
      "单位：万元",
    ],
    columns,
    rows: () => inTenThousands(f, factor),
  },
];
