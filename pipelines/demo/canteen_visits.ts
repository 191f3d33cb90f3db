import { type DemoQuarter, isoDay, quarters } from "./calendar.ts";
import { type Canteen, canteens, isOpen, type Part } from "./canteen.ts";
import { batchDay, batchOf, declinesOf } from "./canteen_names.ts";
import type { Federation } from "./federation.ts";
import { draws, type Random } from "./random.ts";
import type { Row } from "./sheet.ts";

const fewer: Record<Part, number> = { named: 0, good: 6, falling: 9, unrated: 12, ungraded: 14, fair: 24 };

const mark = (r: Random, least: number, most: number, less: number): string =>
  String(r.between((least - less) * 2, (most - less) * 2) / 2);

const isDue = (f: Federation, c: Canteen, q: number): boolean =>
  batchOf(c) === q || draws(f.seed, "assessment")(c.n, q).chance(0.3);

/** Rows of 考评: a canteen before it is named, and three of ten others, every quarter. */
export function* assessmentRows(f: Federation, q: number): Iterable<Row> {
  const { days, lastDay } = quarters[q] as DemoQuarter;
  for (const c of canteens(f)) {
    if (!isOpen(c, lastDay) || !isDue(f, c, q)) continue;
    const r = draws(f.seed, "marks")(c.n, q);
    const less = fewer[c.part];
    const by = batchOf(c) === q ? days.filter((day) => isoDay(day) < batchDay(q)).slice(0, -5) : days;
    yield {
      食堂编号: c.id,
      考评日期: isoDay(r.pick(by)),
      安全得分: mark(r, 86, 98, less),
      健康得分: mark(r, 80, 95, less),
      文明得分: mark(r, 82, 97, less),
      服务得分: mark(r, 76, 95, less),
    };
  }
}

const aspects = ["食品安全", "服务质量", "职工满意度"] as const;

/** Rows of 复查: whoever was named before the quarter, but for one in twenty. */
export function* recheckRows(f: Federation, q: number): Iterable<Row> {
  const { days, lastDay } = quarters[q] as DemoQuarter;
  for (const c of canteens(f)) {
    if ((batchOf(c) ?? q) >= q || !isOpen(c, lastDay)) continue;
    const decline = declinesOf(c).find((d) => d.quarter === q);
    const r = draws(f.seed, "recheck")(c.n, q);
    if (!decline && r.chance(0.05)) continue;
    const found = aspects.map((aspect): [string, string] => [
      aspect,
      decline?.aspects.includes(aspect) ? "降" : r.chance(0.25) ? "升" : "平",
    ]);
    yield {
      食堂编号: c.id,
      复查日期: decline?.rechecked ?? isoDay(r.pick(days)),
      ...Object.fromEntries(found),
      结论: decline?.removed ? "摘牌" : "保留",
    };
  }
}

const share = (r: Random, of: number, least: number, most: number): number =>
  Math.round((of * r.between(least, most)) / 100);

/** Two sheets in which some left every box empty. */
const isBlank = ({ part, nth }: Canteen, q: number): boolean =>
  part === "named" && ((nth === 30 && q === 2) || (nth === 12 && q === 4));

/** Rows of 满意度测评: the named ones and four of ten others. */
export function* surveyRows(f: Federation, q: number): Iterable<Row> {
  const { days, lastDay } = quarters[q] as DemoQuarter;
  for (const c of canteens(f)) {
    const r = draws(f.seed, "survey")(c.n, q);
    const isNamed = (batchOf(c) ?? quarters.length) <= q;
    if (!isOpen(c, lastDay) || !(isBlank(c, q) || r.chance(isNamed ? 0.9 : 0.4))) continue;
    const sent = share(r, c.diners, 30, 60);
    const returned = share(r, sent, 80, 97);
    const poor = c.part === "fair" || declinesOf(c).some((d) => d.quarter === q);
    const dissatisfied = poor ? share(r, returned, 12, 25) : share(r, returned, 1, 8);
    const fairly = share(r, returned, 14, 30);
    yield {
      食堂编号: c.id,
      测评日期: isoDay(r.pick(days)),
      发出: String(sent),
      收回: String(returned),
      满意: String(returned - dissatisfied - fairly - (isBlank(c, q) ? 4 : 0)),
      基本满意: String(fairly),
      不满意: String(dissatisfied),
    };
  }
}
