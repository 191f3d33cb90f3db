import { tenThousands, yuan } from "./amounts.ts";
import { type DemoQuarter, isoDay, quarters } from "./calendar.ts";
import type { Federation } from "./federation.ts";
import { type Measure, measureList } from "./measure.ts";
import { draws } from "./random.ts";
import type { Row } from "./sheet.ts";
import { subsidiesOf, subsidyKinds } from "./subsidies.ts";

interface Payment {
  readonly measure: Measure;
  readonly day: number;
  readonly cents: number;
}

/** What the subsidies of a quarter came to is paid out of their measure on its last working day. */
const subsidised = (f: Federation, q: number): Payment[] => {
  const sums = subsidyKinds.map(() => 0);
  for (const { kind, amount } of subsidiesOf(f, q)) {
    const at = subsidyKinds.indexOf(kind);
    sums[at] = (sums[at] as number) + amount * 100;
  }
  return sums.map((cents, i) => ({
    measure: measureList[i] as Measure,
    day: (quarters[q] as DemoQuarter).days.at(-1) as number,
    cents,
  }));
};

const others = (f: Federation, q: number): Payment[] =>
  measureList.flatMap((measure, i) => {
    const paid = measure.paid?.[q];
    const day = draws(f.seed, "measure money")(i, q).pick((quarters[q] as DemoQuarter).days);
    return paid ? [{ measure, day, cents: Math.round(paid * 100) * f.scale }] : [];
  });

const payments = (f: Federation, q: number): Payment[] =>
  [...others(f, q), ...subsidised(f, q)].sort((a, b) => a.day - b.day);

/** Where the money is settled, a payment says out of which it was made; now and then it is left out. */
function* numbered(
  f: Federation,
  which: readonly number[],
  amount: (cents: number) => string,
): Iterable<Row> {
  let serial = 0;
  for (const q of which)
    for (const { measure, day, cents } of payments(f, q)) {
      const known = measure.funding !== "未定" && ++serial % 9 !== 0;
      yield {
        支出编号: `ZC${isoDay(day).slice(2, 4)}-${measure.code}-${q + 1}`,
        措施编号: measure.code,
        资金来源: known ? measure.funding : "",
        支出日期: isoDay(day),
        支出金额: amount(cents),
      };
    }
}

/** Rows of 资金台账 for the four quarters of 2018. */
export const spendingOf2018 = (f: Federation): Iterable<Row> => numbered(f, [0, 1, 2, 3], yuan);

/** Rows of 资金台账 for the first quarter of 2019. */
export const spendingCount2019 = (f: Federation): number => payments(f, 4).length;

/** The first quarter of 2019 in 万元, with a total at its foot that was made before the last payment. */
export function* spendingOf2019(f: Federation): Iterable<Row> {
  yield* numbered(f, [4], tenThousands);
  const cents = payments(f, 4)
    .slice(0, -1)
    .reduce((sum, payment) => sum + payment.cents, 0);
  yield { 支出编号: "合计", 支出金额: tenThousands(cents) };
}
