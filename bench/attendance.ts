import { closeSync, openSync, writeFileSync, writeSync } from "node:fs";
import path from "node:path";

/** A class: so many learners, so many sessions, a week apart. */
const learnersEach = 100;
const sessionsEach = 40;
/** Classes that a learner is in, on other days of the week. */
const classesEach = 2;
/** Rows of one file: some 130 MB. */
const rowsEach = 5_000_000;
const quarters = 8;

const marks = ["出勤", "出勤", "出勤", "迟到", "请假", "出勤", "早退", "缺勤"];
const programmes = ["公益课", "家政培训", "创业培训", "技能提升"];
const forms = ["大讲堂", "流动学堂", "微讲堂", "集中培训"];

const day = (n: number): string => new Date(Date.UTC(2018, 0, 1 + n)).toISOString().slice(0, 10);
const classId = (n: number): string => `B${n + 1}`;
const learnerId = (n: number): string => `XJ${n + 1}`;

/** First day of a class, counted from 2018-01-01: classes begin in every week of a year and more, each five days on. */
const beginning = (n: number): number => (n * 5) % (quarters * 91 - sessionsEach * 7);

/** A learner of a class. Classes share learners with the one half the list away. */
const seat = (n: number, at: number, classes: number): number =>
  (n % Math.ceil(classes / classesEach)) * learnersEach + at;

/** Writes lines one by one without holding them all. */
const writeLines = (file: string, header: string, lines: Iterable<string>): void => {
  const handle = openSync(file, "w");
  let waiting = [header];
  const flush = (): void => {
    if (waiting.length > 0) writeSync(handle, `${waiting.join("\n")}\n`);
    waiting = [];
  };
  for (const line of lines) if (waiting.push(line) >= 20_000) flush();
  flush();
  closeSync(handle);
};

function* attended(from: number, to: number, classes: number): Generator<string> {
  const perClass = learnersEach * sessionsEach;
  for (let n = from; n < to; n++) {
    const [at, row] = [Math.floor(n / perClass), n % perClass];
    const [session, learner] = [Math.floor(row / learnersEach), row % learnersEach];
    const mark = marks[(n * 7919) % marks.length];
    yield `${classId(at)},${session + 1},${learnerId(seat(at, learner, classes))},${mark}`;
  }
}

function* perClass(
  classes: number,
  each: number,
  line: (n: number, at: number) => string,
): Generator<string> {
  for (let n = 0; n < classes; n++) for (let at = 0; at < each; at++) yield line(n, at);
}

/**
 * Writes attendance in files of five million rows, and the registers it points to.
 * @param rows attendance rows
 */
export const writeAttendance = (folder: string, rows: number): void => {
  const classes = Math.ceil(rows / (learnersEach * sessionsEach));
  const put = (name: string, header: string, lines: Iterable<string>): void =>
    writeLines(path.join(folder, name), header, lines);
  writeFileSync(
    path.join(folder, "areas.csv"),
    "区划代码,名称,上级代码,层级,生效日期\n990101,镜湖区,,区县,2010-01-01\n990101001,城东街道,990101,镇街,2010-01-01\n",
  );
  put(
    "classes.csv",
    "班次编号,项目,课程名称,类别,教学形式,教学点,所属区县,主办工会,开班日期,结束日期,计划课次,容量",
    perClass(classes, 1, (n) => {
      const from = beginning(n);
      const until = day(from + (sessionsEach - 1) * 7);
      return `${classId(n)},${programmes[n % 4]},虚构课程${n % 50},类别${n % 12},${forms[n % 4]},教学点${n % 300},990101,镜湖区总工会,${day(from)},${until},${sessionsEach},${learnersEach}`;
    }),
  );
  put(
    "sessions.csv",
    "班次编号,课次,上课日期,是否停课",
    perClass(classes, sessionsEach, (n, at) => `${classId(n)},${at + 1},${day(beginning(n) + at * 7)},否`),
  );
  put(
    "learners.csv",
    "学籍号,姓名,性别,所在镇街,建档日期",
    perClass(
      Math.ceil(classes / classesEach),
      learnersEach,
      (n, at) => `${learnerId(seat(n, at, classes))},拟学员${n * learnersEach + at},女,990101001,2017-12-01`,
    ),
  );
  put(
    "enrolments.csv",
    "班次编号,学籍号,报名日期,报名状态,退出日期",
    perClass(
      classes,
      learnersEach,
      (n, at) => `${classId(n)},${learnerId(seat(n, at, classes))},${day(beginning(n))},录取,`,
    ),
  );
  for (let from = 0, part = 1; from < rows; from += rowsEach, part++)
    put(
      `attendance-${String(part).padStart(2, "0")}.csv`,
      "班次编号,课次,学籍号,考勤状态",
      attended(from, Math.min(rows, from + rowsEach), classes),
    );
};
