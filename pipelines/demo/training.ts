import { dayNumber, isoDay, lastDay } from "./calendar.ts";
import { type Course, courses, sessionDay } from "./course.ts";
import { completionRows, ratingRows } from "./course_results.ts";
import type { Federation } from "./federation.ts";
import { isDue, learnerRow, markOf, placesOf, sheeted } from "./learner.ts";
import { requestColumns, requestRows } from "./requests.ts";
import { units } from "./returns_due.ts";
import type { Row, Sheet } from "./sheet.ts";

function* classRows(f: Federation): Iterable<Row> {
  for (const c of courses(f))
    yield {
      班次编号: c.id,
      项目: c.programme,
      课程名称: c.programme === "公益课" ? `${c.kind}公益课` : "家政服务员培训班",
      类别: c.kind,
      教学形式: c.form,
      教学点: `${c.district}职工之家`,
      所属区县: c.district,
      主办工会: c.programme === "公益课" ? "示范市总工会" : `${c.district}总工会`,
      开班日期: c.first,
      结束日期: isoDay(sessionDay(c, c.sessions)),
      计划课次: String(c.sessions),
      容量: String(c.capacity),
    };
}

function* sessionRows(f: Federation): Iterable<Row> {
  for (const c of courses(f))
    for (let n = 1; n <= c.sessions; n++)
      yield {
        班次编号: c.id,
        课次: String(n),
        上课日期: isoDay(sessionDay(c, n)),
        是否停课: c.cancelled?.includes(n) ? "是" : "",
      };
}

/** The first learner once more, under a number that nobody uses. */
export const twin = ["XJ001001", "XJ900001"] as const;
/** The year of a day was mistyped, ten years late. */
const mistyped = "XJ002005";

function* learnerRows(f: Federation): Iterable<Row> {
  let first: Row | undefined;
  for (const c of courses(f))
    for (const p of placesOf(f, c)) {
      if (p.returning) continue;
      const row = learnerRow(f, p);
      first ??= row;
      yield row.学籍号 === mistyped ? { ...row, 建档日期: row.建档日期?.replace("201", "202") } : row;
    }
  yield { ...first, 学籍号: twin[1], 所在村: "东桥村" };
}

function* enrolmentRows(f: Federation): Iterable<Row> {
  for (const c of courses(f))
    for (const p of placesOf(f, c))
      yield {
        班次编号: c.id,
        学籍号: p.learner,
        报名日期: isoDay(p.signedUp),
        报名状态: p.status,
        退出日期: p.withdrawn === undefined ? "" : isoDay(p.withdrawn),
      };
}

function* sheetRows(f: Federation, c: Course, from: number, to: number): Iterable<Row> {
  for (const n of sheeted(c)) {
    const day = sessionDay(c, n);
    if (day < from || day > to) continue;
    for (const p of placesOf(f, c))
      if (isDue(p, n))
        yield { 班次编号: c.id, 课次: String(n), 学籍号: p.learner, 考勤状态: markOf(f, p, n) };
  }
}

function* attendanceRows(f: Federation, from: string, to: number): Iterable<Row> {
  for (const c of courses(f)) yield* sheetRows(f, c, dayNumber(from), to);
}

const attendance = ["班次编号", "课次", "学籍号", "考勤状态"];
const classColumns =
  "班次编号 项目 课程名称 类别 教学形式 教学点 所属区县 主办工会 开班日期 结束日期 计划课次 容量".split(" ");
const learnerColumns = "学籍号 姓名 性别 工作单位 所在镇街 所在村 联系电话 人员类别 建档日期".split(" ");

/** The files of the training programmes. */
export const training = (f: Federation): Sheet[] => [
  { path: "training/班次.csv", columns: classColumns, rows: () => classRows(f) },
  {
    path: "training/课次.csv",
    columns: ["班次编号", "课次", "上课日期", "是否停课"],
    rows: () => sessionRows(f),
  },
  { path: "training/学籍.csv", columns: learnerColumns, rows: () => learnerRows(f), marked: true },
  {
    path: "training/报名.csv",
    columns: ["班次编号", "学籍号", "报名日期", "报名状态", "退出日期"],
    rows: () => enrolmentRows(f),
    spoilt: [{ 班次编号: "GY2018-X1", 学籍号: "XJ001001", 报名日期: "2018-05-08", 报名状态: "录取" }],
  },
  {
    path: "training/考勤-2018.csv",
    columns: attendance,
    rows: () => attendanceRows(f, "2018-01-01", dayNumber("2018-12-31")),
    spoilt: [{ 班次编号: "GY2018-01", 课次: "1", 学籍号: "XJ002001", 考勤状态: "出勤" }],
  },
  {
    path: "training/考勤-2019Q1.csv",
    columns: attendance,
    rows: () => attendanceRows(f, "2019-01-01", lastDay),
  },
  {
    path: "training/结业跟踪.csv",
    columns: ["班次编号", "学籍号", "是否结业", "回访日期", "是否就业"],
    rows: () => completionRows(f),
  },
  {
    path: "training/评单.csv",
    columns: ["评单编号", "班次编号", "课次", "评分"],
    rows: () => ratingRows(f),
    spoilt: [{ 评单编号: "PD-X1", 班次编号: "GY2018-01", 课次: "", 评分: "6" }],
  },
  {
    path: "training/点单.csv",
    above: [`填报单位：${units.school}`],
    columns: requestColumns,
    rows: () => requestRows(f),
  },
  {
    path: "training/点单-2019年3月.csv",
    above: [`填报单位：${units.school}`, "填报日期：2019-04-02"],
    columns: requestColumns,
    rows: () => [],
  },
];
