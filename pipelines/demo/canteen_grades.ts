import { type DemoQuarter, dayNumber, isoDay, quarters, workdays } from "./calendar.ts";
import { type Canteen, canteens, isOpen } from "./canteen.ts";
import type { Federation } from "./federation.ts";
import { draws, type Random } from "./random.ts";
import type { Row } from "./sheet.ts";

type Grade = "优秀" | "良好" | "一般" | "不评级";

/** The grades that the year began with were given in the last two months before it. */
const before = workdays("2017-11-01", "2017-12-22");

/** Fair canteens by number → the quarter (from 0) in which they came out of it, and as what. */
const wayOut = (nth: number): readonly [number, Grade] | undefined => {
  if (nth < 2) return [0, "良好"];
  if (nth < 6) return [1, "良好"];
  if (nth < 10) return [2, nth === 7 ? "优秀" : "良好"];
  if (nth < 15) return [3, "良好"];
  if (nth >= 18 && nth < 21) return [nth - 17, "不评级"];
  if (nth === 21 || nth === 22) return [4, "良好"];
  return undefined;
};

/** Two of the named fell out of favour with the inspectors, or the kitchen did. */
const foodSafetyFell = ({ part, nth }: Canteen): boolean => part === "named" && nth === 3;

/** What a quarter changes, if anything. */
const turn = (c: Canteen, q: number): Grade | undefined => {
  const { part, nth } = c;
  const out = part === "fair" ? wayOut(nth) : undefined;
  if (out?.[0] === q) return out[1];
  if (part === "falling" && nth + 1 === q) return "一般";
  if (part === "falling" && ((nth === 0 && q === 3) || (nth === 1 && q === 4))) return "良好";
  if (part === "ungraded" && nth < 3 && nth + 2 === q) return "良好";
  if (part === "unrated" && ((nth === 0 && q === 2) || (nth === 1 && q === 4))) return "良好";
  return foodSafetyFell(c) && q === 4 ? "一般" : undefined;
};

const first = (c: Canteen, r: Random): Grade | undefined => {
  if (c.part === "ungraded") return undefined;
  if (c.part === "fair") return "一般";
  if (c.part === "unrated") return "不评级";
  return r.chance(c.part === "named" ? 0.55 : 0.15) ? "优秀" : "良好";
};

/** An inspection that finds what the last one found, or moves between the two upper grades. */
const again = (grade: Grade | undefined, r: Random): Grade | undefined => {
  if (grade === undefined || grade === "不评级") return undefined;
  if (grade === "一般") return r.chance(0.6) ? "一般" : undefined;
  if (!r.chance(0.3)) return undefined;
  return r.chance(0.8) ? grade : grade === "优秀" ? "良好" : "优秀";
};

const lowest: Record<Grade, number> = { 优秀: 90, 良好: 76, 一般: 61, 不评级: 0 };

const row = (c: Canteen, kind: "动态" | "年度", day: number, grade: Grade, r: Random): Row => ({
  食堂编号: c.id,
  评定类型: kind,
  评定日期: isoDay(day),
  得分: grade === "不评级" ? "" : String(lowest[grade] + r.below(9) + (r.chance(0.3) ? 0.5 : 0)),
  等级: grade,
});

/** A canteen's grade at the end of a quarter; -1 is the end of the year before. */
const gradeAt = (f: Federation, c: Canteen, q: number): Grade | undefined => {
  let grade = first(c, draws(f.seed, "first grade")(c.n));
  for (let each = 0; each <= q; each++)
    grade = turn(c, each) ?? again(grade, draws(f.seed, "grade")(c.n, each)) ?? grade;
  return grade;
};

/** Rows of the grades with which 2018 began. */
export function* firstGradeRows(f: Federation): Iterable<Row> {
  for (const c of canteens(f)) {
    const grade = gradeAt(f, c, -1);
    const r = draws(f.seed, "first grade day")(c.n);
    if (grade) yield row(c, "动态", r.pick(before), grade, r);
  }
}

/** Rows of a quarter's dynamic grades. */
export function* gradeRows(f: Federation, q: number): Iterable<Row> {
  const { days, lastDay } = quarters[q] as DemoQuarter;
  for (const c of canteens(f)) {
    const grade = turn(c, q) ?? again(gradeAt(f, c, q - 1), draws(f.seed, "grade")(c.n, q));
    const r = draws(f.seed, "grade day")(c.n, q);
    // Whoever loses the plaque for food safety is inspected before that.
    const among = foodSafetyFell(c) ? days.slice(0, 20) : days;
    if (grade && isOpen(c, lastDay)) yield row(c, "动态", r.pick(among), grade, r);
  }
}

/** Rows of the annual grades of 2018, which sum up the dynamic ones. */
export function* annualGradeRows(f: Federation): Iterable<Row> {
  const day = dayNumber("2018-12-28");
  for (const c of canteens(f)) {
    const grade = gradeAt(f, c, 3);
    if (grade && isOpen(c, isoDay(day))) yield row(c, "年度", day, grade, draws(f.seed, "annual grade")(c.n));
  }
}
