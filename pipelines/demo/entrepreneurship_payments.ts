import { tenThousands, yuan } from "./amounts.ts";
import { dayNumber, isoDay, lastDay, quarters } from "./calendar.ts";
import { dueOf, type Line, lineCode } from "./entrepreneurship_budget.ts";
import { type Honouree, honourees } from "./entrepreneurship_honourees.ts";
import type { Federation } from "./federation.ts";
import { city } from "./places.ts";
import { draws } from "./random.ts";
import type { Row, Sheet } from "./sheet.ts";

interface Payment {
  readonly id: string;
  readonly day: number;
  /** 项目编码 as it stands in the end. */
  readonly line: string;
  /** 项目编码 under which it was first booked, where that was put right later. */
  readonly booked?: string;
  readonly honouree: string;
  readonly cents: number;
}

type Draft = Omit<Payment, "id">;

const workdays = quarters.flatMap(({ days }) => days);
const workdayFrom = (day: number): number => workdays.find((each) => each >= day) ?? day;

const half = dueOf("创业园");

/** Of the year's places these still wait: a park, two award parks for their second half, three stars. */
const waiting = { 创业园: [131], 获奖创业园: [33, 45], 农民工之星: [77, 120, 186] } as const;

const waits = ({ line, nth }: Honouree): boolean =>
  line in waiting && (waiting[line as keyof typeof waiting] as readonly number[]).includes(nth);

/** An award park has 10万 at once, or 5万 when it is named and 5万 with the award; others have theirs at once. */
const paidTo = (f: Federation, h: Honouree): Draft[] => {
  const r = draws(f.seed, `paid ${h.line}`)(h.nth);
  const day = h.named + r.between(18, 75);
  const line = lineCode(h.year, h.line);
  const one = (at: number, amount: number): Draft => ({
    day: workdayFrom(at),
    line,
    honouree: h.id,
    cents: amount * 100,
  });
  if (h.line !== "获奖创业园") return waits(h) ? [] : [one(day, dueOf(h.line))];
  if (!waits(h) && h.nth % 5 > 1) return [one(day, dueOf(h.line))];
  const booked = h.nth % 10 === 0 ? { booked: lineCode(h.year, "创业园") } : {};
  const before = { ...one(h.named + r.between(8, 25), half), ...booked };
  return waits(h) ? [before] : [before, one(day + r.between(10, 35), half)];
};

/** The training subsidy goes to nobody by name: it is paid out for a thousand trainees as their courses end. */
const trainees: Draft[] = (
  [
    ["2018-03-28", 120_000],
    ["2018-06-26", 390_000],
    ["2018-09-20", 360_000],
    ["2018-12-18", 360_000],
    ["2019-02-27", 270_000],
  ] as const
).map(([day, amount]) => ({
  day: dayNumber(day),
  line: lineCode(2018, "参训人员" satisfies Line),
  honouree: "",
  cents: amount * 100,
}));

const payments = (f: Federation, year: string): Payment[] =>
  [...honourees(f).flatMap((h) => paidTo(f, h)), ...trainees]
    .filter(({ day }) => day <= lastDay && isoDay(day).startsWith(year))
    .sort((a, b) => a.day - b.day || (a.honouree < b.honouree ? -1 : 1))
    .map((draft, i) => ({ ...draft, id: `BF${year}-${String(i + 1).padStart(4, "0")}` }));

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
