import { contractRows } from "./contracts.ts";
import type { Federation } from "./federation.ts";
import { units } from "./returns_due.ts";
import type { Row, Sheet } from "./sheet.ts";

const columns = [
  "合同编号",
  "统一社会信用代码",
  "合同类型",
  "主合同编号",
  "职代会届次",
  "签订日期",
  "生效日期",
  "到期日期",
  "覆盖企业数",
  "覆盖职工数",
  "是否含企业年金",
  "职工方代表产生方式",
];

/** As it is written by hand: 2018年3月6日. */
const written = (iso = ""): string => {
  const [year, month, day] = iso.split("-").map(Number);
  return `${year}年${month}月${day}日`;
};

function* byHand(rows: Iterable<Row>): Iterable<Row> {
  for (const row of rows)
    yield {
      ...row,
      签订日期: written(row.签订日期),
      生效日期: written(row.生效日期),
      到期日期: written(row.到期日期),
    };
}

function* noted(rows: Iterable<Row>): Iterable<Row> {
  yield* rows;
  yield { 合同编号: "注：补充协议须填主合同编号" };
}

/** An amendment that does not say what it amends. */
const nameless: Row = {
  合同编号: "HT2018-X1",
  合同类型: "补充协议",
  签订日期: "2018-07-05",
  生效日期: "2018-07-05",
  到期日期: "2019-07-04",
  覆盖企业数: "1",
  覆盖职工数: "60",
};

/** The files of 集体合同台账: what was signed by the end of 2017, then year and quarter. */
export const contractSheets = (f: Federation): Sheet[] => [
  {
    path: "organising/集体合同台账-2017年底.csv",
    above: [`填报单位：${units.visits}`],
    columns,
    rows: () => contractRows(f, "1900-01-01", "2017-12-31"),
    marked: true,
  },
  {
    path: "organising/集体合同台账-2018.csv",
    above: ["集体合同（工资专项集体合同）台账", `填报单位：${units.visits}`, "填报日期：2019-01-07"],
    columns,
    renamed: { 合同类型: "合同类别", 生效日期: "有效期起", 到期日期: "有效期止", 是否含企业年金: "企业年金" },
    rows: () => noted(contractRows(f, "2018-01-01", "2018-12-31")),
    spoilt: [nameless],
  },
  {
    path: "organising/集体合同台账-2019Q1.csv",
    above: [`填报单位：${units.visits}`, "期别：2019Q1", "填报日期：2019-04-09"],
    columns,
    rows: () => byHand(contractRows(f, "2019-01-01", "2019-03-31")),
  },
];
