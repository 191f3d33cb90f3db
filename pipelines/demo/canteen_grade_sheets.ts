import { quarters } from "./calendar.ts";
import { annualGradeRows, firstGradeRows, gradeRows } from "./canteen_grades.ts";
import type { Federation } from "./federation.ts";
import type { Row, Sheet } from "./sheet.ts";

const faces = new Map([
  ["优秀", "大笑"],
  ["良好", "微笑"],
  ["一般", "平脸"],
]);

/** As it hangs at the door: a face for a grade. */
function* asFaces(rows: Iterable<Row>): Iterable<Row> {
  for (const row of rows) yield { ...row, 等级: faces.get(row.等级 ?? "") ?? row.等级 };
}

const columns = ["食堂编号", "评定类型", "评定日期", "得分", "等级"];

/** The second quarter's list is the notice that hung in the halls, saved by Excel. */
const notice: Partial<Sheet> = {
  above: ["职工食堂量化分级（动态）公示"],
  renamed: { 等级: "评定等级" },
  encoding: "gb18030",
};

const unknownGrade: Row = {
  食堂编号: "ST001",
  评定类型: "动态",
  评定日期: "2018-08-16",
  得分: "82",
  等级: "较好",
};

const quarterly = (f: Federation, quarter: string, q: number): Sheet => ({
  path: `食堂/量化分级-${quarter}.csv`,
  columns,
  rows: () => (q === 1 ? asFaces(gradeRows(f, q)) : gradeRows(f, q)),
  ...(q === 1 ? notice : {}),
  ...(q === 2 ? { spoilt: [unknownGrade] } : {}),
});

/** The files of 量化分级: what 2018 began with, a file each quarter, and the annual grades of 2018. */
export const canteenGradeSheets = (f: Federation): Sheet[] => [
  { path: "食堂/量化分级-2017年底.csv", columns, rows: () => firstGradeRows(f) },
  ...quarters.map(({ id }, q) => quarterly(f, id, q)),
  { path: "食堂/量化分级-2018年度.csv", columns, rows: () => annualGradeRows(f) },
];
