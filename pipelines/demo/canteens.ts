import { canteens as canteensOf } from "./canteen.ts";
import { canteenGradeSheets } from "./canteen_grade_sheets.ts";
import { honourRows } from "./canteen_names.ts";
import { assessmentRows, recheckRows, surveyRows } from "./canteen_visits.ts";
import type { Federation } from "./federation.ts";
import { city } from "./places.ts";
import type { Row, Sheet } from "./sheet.ts";

const sender = `填报单位：${city.name}总工会`;

function* rosterRows(f: Federation): Iterable<Row> {
  for (const c of canteensOf(f))
    yield {
      食堂编号: c.id,
      单位名称: c.unit,
      单位类型: c.kind,
      所属区县: c.district,
      就餐人数: String(c.diners),
      经营方式: c.operation,
      停办日期: c.closed,
    };
}

function* several(
  rows: (f: Federation, q: number) => Iterable<Row>,
  f: Federation,
  from: number,
  to: number,
): Iterable<Row> {
  for (let q = from; q <= to; q++) yield* rows(f, q);
}

const marks = ["食堂编号", "考评日期", "安全得分", "健康得分", "文明得分", "服务得分"];
const aspects = ["食堂编号", "复查日期", "食品安全", "服务质量", "职工满意度", "结论"];
const answers = ["食堂编号", "测评日期", "发出", "收回", "满意", "基本满意", "不满意"];

/** The files of the canteens. */
export const canteens = (f: Federation): Sheet[] => [
  {
    path: "食堂/职工食堂名册.csv",
    above: [`${city.name}职工食堂名册`, sender],
    columns: ["食堂编号", "单位名称", "单位类型", "所属区县", "就餐人数", "经营方式", "停办日期"],
    rows: () => rosterRows(f),
  },
  ...canteenGradeSheets(f),
  { path: "食堂/食堂考评-2018.csv", columns: marks, rows: () => several(assessmentRows, f, 0, 3) },
  {
    path: "食堂/食堂考评-2019Q1.csv",
    above: [sender, "期别：2019Q1", "填报日期：2019-04-08"],
    columns: marks,
    renamed: { 考评日期: "考核日期", 安全得分: "安全", 健康得分: "健康", 文明得分: "文明", 服务得分: "服务" },
    rows: () => assessmentRows(f, 4),
  },
  {
    path: "食堂/食堂命名台账.csv",
    above: [`${city.name}“职工好食堂”命名台账`, sender],
    columns: ["食堂编号", "命名日期", "文号", "摘牌日期", "摘牌原因"],
    rows: () => honourRows(f),
  },
  { path: "食堂/食堂复查-2018.csv", columns: aspects, rows: () => several(recheckRows, f, 1, 3) },
  { path: "食堂/食堂复查-2019Q1.csv", columns: aspects, rows: () => recheckRows(f, 4) },
  { path: "食堂/满意度测评-2018.csv", columns: answers, rows: () => several(surveyRows, f, 0, 3) },
  {
    path: "食堂/满意度测评-2019Q1.csv",
    above: ["职工食堂满意度测评汇总", sender, "期别：2019Q1"],
    columns: answers,
    renamed: { 测评日期: "调查日期", 发出: "发放份数", 收回: "回收份数" },
    rows: () => surveyRows(f, 4),
    spoilt: [
      {
        食堂编号: "ST002",
        测评日期: "2019-02-18",
        发出: "60",
        收回: "66",
        满意: "50",
        基本满意: "12",
        不满意: "4",
      },
    ],
  },
];
