import { dayNumber, isoDay } from "./calendar.ts";
import { type Course, sessionDay } from "./course.ts";
import type { Federation } from "./federation.ts";
import { maskedPhone } from "./issued.ts";
import { employerName, personName, villageName } from "./names.ts";
import { home, townshipName, townships } from "./places.ts";
import { draws } from "./random.ts";
import type { Row } from "./sheet.ts";

/** One learner's place in one class. */
export interface Place {
  readonly course: Course;
  readonly learner: string;
  /** Has a file from an earlier class. */
  readonly returning: boolean;
  readonly nth: number;
  readonly signedUp: number;
  readonly status: "录取" | "候补" | "退出";
  readonly withdrawn: number | undefined;
}

const learnerId = (ordinal: number, nth: number): string =>
  `XJ${String(ordinal + 1).padStart(3, "0")}${String(nth + 1).padStart(3, "0")}`;

const placeOf = (f: Federation, course: Course, nth: number, smaller: number): Place => {
  const r = draws(f.seed, "place")(course.ordinal, nth);
  const returning = course.earlier !== undefined && nth % 10 === 9 && nth <= smaller;
  const status =
    nth >= course.size - course.waiting ? "候补" : course.every > 1 && nth % 50 === 23 ? "退出" : "录取";
  return {
    course,
    learner: returning ? learnerId(course.earlier as number, nth - 1) : learnerId(course.ordinal, nth),
    returning,
    nth,
    signedUp: dayNumber(course.first) - r.between(2, 20),
    status,
    withdrawn: status === "退出" ? dayNumber(course.first) + r.between(8, 30) : undefined,
  };
};

/** Everyone who signed up for a class. */
export function* placesOf(f: Federation, course: Course): Iterable<Place> {
  // No class is smaller than this, so an earlier class has whoever comes back.
  const smallest = 96;
  for (let nth = 0; nth < course.size; nth++) yield placeOf(f, course, nth, smallest);
}

/** In place at a session: admitted, and not yet withdrawn. */
export const isDue = (place: Place, session: number): boolean =>
  place.status !== "候补" &&
  (place.withdrawn === undefined || sessionDay(place.course, session) < place.withdrawn);

const marks = [
  ["出勤", 87],
  ["迟到", 3],
  ["早退", 2],
  ["请假", 4],
  ["缺勤", 4],
] as const;

const seldom = [
  ["出勤", 48],
  ["迟到", 6],
  ["请假", 16],
  ["缺勤", 30],
] as const;

/** 考勤状态 of a learner at a session. */
export const markOf = (f: Federation, { course, nth }: Place, session: number): string => {
  const often = draws(f.seed, "often")(course.ordinal, nth).chance(course.every === 1 ? 0.97 : 0.87);
  return draws(f.seed, "mark")(course.ordinal, nth, session).weigh<string>(often ? marks : seldom);
};

/** Sessions held for which a sheet was handed in. */
export const sheeted = ({ sessions, cancelled, unsheeted }: Course): number[] =>
  Array.from({ length: sessions }, (_, i) => i + 1).filter(
    (n) => !cancelled?.includes(n) && !unsheeted?.includes(n),
  );

const villages = 43;
/** Townships with a village in the week of domestic-service training: eight 镇. */
const firstRural = 5;

/** The learner's file, of whoever comes for the first time. */
export const learnerRow = (f: Federation, { course, learner, nth, signedUp }: Place): Row => {
  const r = draws(f.seed, "learner")(course.ordinal, nth);
  const day = isoDay(signedUp);
  const rural = course.programme === "家政培训";
  const village = ((course.ordinal % 16) * 50 + nth) % villages;
  const township = rural ? firstRural + (village % 8) : r.below(townships.length - 2);
  return {
    学籍号: learner,
    姓名: personName("learner", course.ordinal * 113 + nth),
    性别: rural || r.chance(0.61) ? "女" : "男",
    工作单位: !rural && r.chance(0.4) ? employerName(r.below(2100)) : "",
    所在镇街: course.district === home.name ? townshipName(township, day) : "",
    所在村: rural ? villageName(village) : "",
    联系电话: maskedPhone(r.below(70_000)),
    人员类别: rural ? "农村妇女" : r.chance(0.2) ? "农民工" : "在职职工",
    建档日期: day,
  };
};
