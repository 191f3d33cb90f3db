import type { Entry, Intake } from "../intake.ts";
import { distinct, field, flow, type Period, type Recomputed, within } from "./recomputed.ts";

/** Whether someone sits in the class on a day: signed up by then, admitted, not yet out. */
const onRoll = (e: Entry, day: string): boolean => {
  if (e.status === "候补" || String(e.day) > day) return false;
  const out = field(e, "withdrawn");
  // Out, but nobody knows since when: never in.
  if (out === null) return e.status === "录取";
  return day < out;
};

/**
 * 出勤率 = (出勤＋迟到＋早退) ÷ due; due = on the roll × sessions held. Cancelled sessions are out, and so are those
 * without a sheet: missing, not absent.
 */
const attendance = (intake: Intake, periods: readonly Period[]): Recomputed[] => {
  const { sessions, enrolments, attendance: marks } = intake.rows;
  return flow(intake, periods, "training.attendance_rate", ["classes", "sessions", "enrolments"], (of) => {
    const due = sessions
      .filter((s) => s.cancelled !== true && within(s.day, of))
      .filter((s) => marks.some((m) => m.class === s.class && m.number === s.number))
      .flatMap((s) =>
        enrolments.filter((e) => e.class === s.class && onRoll(e, String(s.day))).map((e) => ({ s, e })),
      );
    const present = due.filter(({ s, e }) =>
      marks.some(
        (m) =>
          m.class === s.class &&
          m.number === s.number &&
          m.learner === e.learner &&
          ["出勤", "迟到", "早退"].includes(String(m.mark)),
      ),
    );
    return { numerator: BigInt(present.length), denominator: BigInt(due.length) };
  });
};

/** 学员数: distinct learners among those who signed up in the period and came to be in a class. */
const learners = (intake: Intake, periods: readonly Period[]): Recomputed[] => {
  const { classes, enrolments } = intake.rows;
  const joined = (e: Entry): boolean => {
    if (e.status === "候补") return false;
    const out = field(e, "withdrawn");
    if (out === null) return e.status === "录取";
    // Out before the class began, or on the day: never in it.
    const first = classes.find((c) => c.id === e.class)?.first;
    return first == null || String(first) < out;
  };
  return flow(intake, periods, "training.learners", ["classes", "enrolments"], (of) => ({
    numerator: distinct(
      enrolments.filter((e) => within(e.day, of) && joined(e)).map((e) => String(e.learner)),
    ),
    denominator: null,
  }));
};

export const trainingFigures = (intake: Intake, periods: readonly Period[]): Recomputed[] => [
  ...attendance(intake, periods),
  ...learners(intake, periods),
];
