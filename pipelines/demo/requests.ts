import { type DemoQuarter, isoDay, lastDay, quarters, spread } from "./calendar.ts";
import { kinds } from "./course.ts";
import { enterprise } from "./enterprise.ts";
import { enterpriseCount, type Federation } from "./federation.ts";
import { draws } from "./random.ts";
import type { Row } from "./sheet.ts";

/** Requests in the five quarters at scale 1. */
const perQuarter = [22, 26, 24, 28, 25] as const;

export const requestColumns = ["点单编号", "点单日期", "类别", "点单单位", "派单日期", "办单日期"];

/** As it is written by hand: 2018年7月3日. */
const written = (day: number): string => {
  const [year, month, date] = isoDay(day).split("-").map(Number);
  return `${year}年${month}月${date}日`;
};

const upToNow = (day: number): string => (day <= lastDay ? written(day) : "");

/** Rows of 点单: every one of the twenty kinds is asked for. */
export function* requestRows(f: Federation): Iterable<Row> {
  let serial = 0;
  for (const [q, each] of perQuarter.entries()) {
    const count = each * f.scale;
    for (let i = 0; i < count; i++) {
      const r = draws(f.seed, "request")(q, i);
      const day = spread(quarters[q] as DemoQuarter, i, count);
      const sent = day + r.between(1, 8);
      const dispatched = r.chance(0.94) ? upToNow(sent) : "";
      yield {
        点单编号: `DD-${String(++serial).padStart(4, "0")}`,
        点单日期: written(day),
        类别: kinds[(i + q * 7) % kinds.length],
        点单单位: `${enterprise(f, r.below(enterpriseCount(f))).name}工会`,
        派单日期: dispatched,
        办单日期: dispatched && r.chance(0.87) ? upToNow(sent + r.between(4, 40)) : "",
      };
    }
  }
}
