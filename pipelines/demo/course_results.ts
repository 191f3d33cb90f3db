import { dayNumber, isoDay } from "./calendar.ts";
import { type Course, courses, sessionDay } from "./course.ts";
import type { Federation } from "./federation.ts";
import { isDue, markOf, type Place, placesOf, sheeted } from "./learner.ts";
import { draws } from "./random.ts";
import type { Row } from "./sheet.ts";

const present = new Set(["出勤", "迟到", "早退"]);

/** Was there at two thirds of the sessions with a sheet. */
const completed = (f: Federation, place: Place): boolean => {
  const sessions = sheeted(place.course);
  const attended = sessions.filter((n) => present.has(markOf(f, place, n))).length;
  return attended * 3 >= sessions.length * 2;
};

/** The class of 法律常识 keeps no record of completion. */
const recorded = ({ kind }: Course): boolean => kind !== "法律常识";

/** Rows of 结业跟踪; only the domestic-service classes ask afterwards who found work. */
export function* completionRows(f: Federation): Iterable<Row> {
  for (const course of courses(f).filter(recorded))
    for (const place of placesOf(f, course)) {
      if (place.status !== "录取") continue;
      const done = completed(f, place);
      const r = draws(f.seed, "follow-up")(course.ordinal, place.nth);
      const asked = done && course.programme === "家政培训" && r.chance(0.82);
      yield {
        班次编号: course.id,
        学籍号: place.learner,
        是否结业: done ? "是" : "否",
        ...(asked
          ? {
              回访日期: isoDay(dayNumber("2018-12-03") + r.below(40)),
              是否就业: r.chance(0.46) ? "是" : "否",
            }
          : {}),
      };
    }
}

const scores = [
  ["5", 56],
  ["4", 31],
  ["3", 9],
  ["2", 3],
  ["1", 1],
] as const;

/** These kinds rate every session; the others rate the class as a whole. */
const bySession = new Set(["书法", "办公软件"]);

const lastSheet = (course: Course): number => sheeted(course).at(-1) as number;

/** Rows of 评单. */
export function* ratingRows(f: Federation): Iterable<Row> {
  let serial = 0;
  for (const course of courses(f)) {
    const perSession = bySession.has(course.kind);
    for (const n of perSession ? sheeted(course) : [lastSheet(course)])
      for (const place of placesOf(f, course)) {
        const r = draws(f.seed, "rating")(course.ordinal, place.nth, n);
        const there = isDue(place, n) && present.has(markOf(f, place, n));
        if (!there || !r.chance(perSession ? 0.16 : 0.42)) continue;
        yield {
          评单编号: `PD${isoDay(sessionDay(course, n)).slice(2, 4)}-${String(++serial).padStart(4, "0")}`,
          班次编号: course.id,
          课次: perSession ? String(n) : "",
          评分: r.weigh(scores),
        };
      }
  }
}
