import { tenThousands, yuan } from "./amounts.ts";
import { dayNumber, isoDay, lastDay } from "./calendar.ts";
import type { Federation } from "./federation.ts";
import { draws } from "./random.ts";
import type { Row, Sheet } from "./sheet.ts";
import { type Station, stationsOf } from "./station.ts";
import { units } from "./station_unit.ts";

/** 每个不超过2万元, in cents. */
const ceiling = 2_000_000;
/** Failed their acceptance, by rank. */
const failed = new Set([9, 27, 38]);
/** Accepted, and still waiting for the money, by rank. */
const unpaid = new Set([15, 30, 33]);

interface Grant {
  readonly station: string;
  readonly accepted: number;
  readonly passed: boolean;
  readonly approved: number;
  readonly paid: number | undefined;
}

const grantOf = (f: Federation, s: Station): Grant | undefined => {
  if (s.opened === undefined) return undefined;
  const r = draws(f.seed, "grant")(s.rank);
  // The programme's first acceptances were in 2018, whenever a station had opened.
  const accepted = Math.max(s.opened, dayNumber("2018-01-08")) + r.between(15, 45);
  if (accepted > lastDay) return undefined;
  const passed = !failed.has(s.rank);
  const approved = Math.min(ceiling, r.between(24, 44) * 50_000);
  const paid = accepted + r.between(20, 70);
  const due = passed && !unpaid.has(s.rank) && paid <= lastDay;
  return { station: s.id, accepted, passed, approved: passed ? approved : 0, paid: due ? paid : undefined };
};

const grantsOf = (f: Federation): Grant[] =>
  stationsOf(f)
    .flatMap((s) => grantOf(f, s) ?? [])
    .sort((a, b) => a.accepted - b.accepted);

const endOf2018 = dayNumber("2018-12-31");

const row = (g: Grant, now: number, written: (cents: number) => string): Row => ({
  站点编号: g.station,
  验收日期: isoDay(g.accepted),
  验收结论: g.passed ? "合格" : "不合格",
  核定金额: written(g.approved),
  ...(g.paid !== undefined && g.paid <= now
    ? { 拨付日期: isoDay(g.paid), 拨付金额: written(g.approved) }
    : {}),
});

/** As known when the year ended: what was paid later is still open. */
const rowsOf2018 = (f: Federation): Row[] =>
  grantsOf(f)
    .filter((g) => g.accepted <= endOf2018)
    .map((g) => row(g, endOf2018, yuan));

/** What was accepted or paid in the new year: a station of the year before comes once more, now paid. */
const rowsOf2019 = (f: Federation): Row[] => {
  const news = grantsOf(f).filter((g) => g.accepted > endOf2018 || (g.paid ?? 0) > endOf2018);
  const sum = (cents: readonly number[]): string => tenThousands(cents.reduce((a, b) => a + b, 0));
  return [
    ...news.map((g) => row(g, lastDay, tenThousands)),
    {
      站点编号: "合计",
      核定金额: sum(news.map((g) => g.approved)),
      拨付金额: sum(news.flatMap((g) => (g.paid === undefined ? [] : [g.approved]))),
    },
    { 站点编号: "注：上年验收、本季拨付的站点一并列出" },
  ];
};

const columns = ["站点编号", "验收日期", "验收结论", "核定金额", "拨付日期", "拨付金额"];

/** The files of 验收奖补: the year in 元, the new quarter in 万元 with a total and a note. */
export const stationGrantSheets = (f: Federation): Sheet[] => [
  {
    path: "stations/验收奖补-2018.csv",
    above: [`填报单位：${units.stations}`, "填报日期：2019-01-09"],
    columns,
    rows: () => rowsOf2018(f),
  },
  {
    path: "stations/验收奖补-2019Q1.csv",
    above: ["爱心驿站验收奖补情况表", `填报单位：${units.stations}`, "填报日期：2019-04-08", "单位：万元"],
    columns,
    renamed: { 验收结论: "验收结果", 核定金额: "核定奖补金额" },
    rows: () => rowsOf2019(f),
  },
];
