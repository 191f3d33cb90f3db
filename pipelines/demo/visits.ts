import { cadreCode, cadreName } from "./cadre.ts";
import { isoDay } from "./calendar.ts";
import type { Federation } from "./federation.ts";
import { creditCode } from "./issued.ts";
import { problemSheets } from "./problems.ts";
import { proposalSheet } from "./proposals.ts";
import { units } from "./returns_due.ts";
import type { Row, Sheet } from "./sheet.ts";
import { type Visit, visitCode, visitorCode, visits as visitsOf } from "./visit.ts";

const slashed = (day: number): string => isoDay(day).replace(/-0?/g, "/");

const row = (f: Federation, v: Visit): Row => ({
  走访编号: visitCode(v),
  走访日期: isoDay(v.day),
  统一社会信用代码: v.enterprise.code,
  干部编号: visitorCode(f, v),
  是否代访: v.instead ? "是" : "",
  走访方式: v.mode,
  任务类别: v.tasks,
  填报日期: isoDay(v.logged),
});

function* rows(f: Federation, q: number, as = (v: Visit) => row(f, v)): Iterable<Row> {
  for (const visit of visitsOf(f, q)) yield as(visit);
}

/** The first quarter was kept without numbers of its own; every fortieth row gives the enterprise by name only. */
const firstQuarter = (f: Federation, v: Visit): Row => ({
  ...row(f, v),
  企业名称: v.enterprise.name,
  ...(v.serial % 40 === 0 ? { 统一社会信用代码: "" } : {}),
});

/** The second was kept under other headers; every fiftieth row gives the cadre by name only. */
const secondQuarter = (f: Federation, v: Visit): Row => ({
  ...row(f, v),
  走访日期: slashed(v.day),
  走访人: cadreName(v.cadre),
  填报日期: slashed(v.logged),
  ...(v.serial % 50 === 0 ? { 干部编号: "" } : {}),
});

const sent = 3;

/** Rows as they are, then the first few once more: pasted twice. */
function* pastedTwice(given: Iterable<Row>): Iterable<Row> {
  const first: Row[] = [];
  for (const each of given) {
    if (first.length < sent) first.push(each);
    yield each;
  }
  yield* first;
}

const spoilt = (f: Federation, q: string, n: number, wrong: Row): Row => ({
  走访编号: `Z${q.slice(2)}-X${n}`,
  走访日期: `${q.slice(0, 4)}-${String(Number(q.slice(5)) * 3 - 2).padStart(2, "0")}-16`,
  统一社会信用代码: creditCode(5 + n),
  企业名称: "",
  干部编号: cadreCode(f, 0),
  走访方式: "实地",
  任务类别: "职工维权",
  ...wrong,
});

const plain = [
  "走访编号",
  "走访日期",
  "统一社会信用代码",
  "干部编号",
  "是否代访",
  "走访方式",
  "任务类别",
  "填报日期",
];

const above = (quarter: string, filed: string): string[] => [
  "百名工会干部进千企走访台账",
  `填报单位：${units.visits}`,
  `期别：${quarter}`,
  `填报日期：${filed}`,
];

/** The files of the visits. */
export const visits = (f: Federation): Sheet[] => [
  {
    path: "走访/走访台账-2018Q1.csv",
    above: above("2018Q1", "2018-04-09"),
    columns: ["走访日期", "统一社会信用代码", "企业名称", ...plain.slice(3)],
    rows: () => rows(f, 0, (v) => firstQuarter(f, v)),
    spoilt: [
      spoilt(f, "2018Q1", 1, { 走访日期: "2018-02-30" }),
      spoilt(f, "2018Q1", 2, { 统一社会信用代码: "", 企业名称: "示范市无名样例有限公司" }),
    ],
  },
  {
    path: "走访/走访台账-2018Q2.csv",
    above: above("2018Q2", "2018-07-13"),
    columns: ["走访编号", "走访日期", "统一社会信用代码", "干部编号", "走访人", ...plain.slice(4)],
    renamed: {
      走访日期: "走访时间",
      统一社会信用代码: "社会信用代码",
      走访方式: "走访形式",
      任务类别: "工作任务",
    },
    rows: () => rows(f, 1, (v) => secondQuarter(f, v)),
    spoilt: [spoilt(f, "2018Q2", 1, { 走访日期: "3/4/18" })],
  },
  {
    path: "走访/走访台账-2018Q3.csv",
    above: above("2018Q3", "2018-10-09"),
    columns: plain,
    rows: () => pastedTwice(rows(f, 2)),
    spoilt: [
      spoilt(f, "2018Q3", 1, { 统一社会信用代码: "9.19901E+17" }),
      spoilt(f, "2018Q3", 2, { 走访日期: "" }),
    ],
  },
  {
    path: "走访/走访台账-2018Q4.csv",
    above: above("2018Q4", "2019-01-08"),
    columns: plain,
    rows: () => rows(f, 3),
    spoilt: [
      spoilt(f, "2018Q4", 1, { 统一社会信用代码: creditCode(900_002) }),
      spoilt(f, "2018Q4", 2, { 走访方式: "托人转告" }),
    ],
  },
  {
    path: "走访/走访台账-2019Q1.csv",
    above: above("2019Q1", "2019-04-12"),
    columns: plain,
    rows: () => rows(f, 4),
    spoilt: [spoilt(f, "2019Q1", 1, { 任务类别: "职工维权、品牌宣传" })],
  },
  ...problemSheets(f),
  proposalSheet(f),
];
