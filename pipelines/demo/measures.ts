import { type DemoQuarter, isoDay, quarters, spread } from "./calendar.ts";
import type { Federation } from "./federation.ts";
import { measureList, measureRows } from "./measure.ts";
import { spendingOf2018, spendingOf2019 } from "./measure_money.ts";
import { city } from "./places.ts";
import { draws } from "./random.ts";
import type { Row, Sheet } from "./sheet.ts";
import { subsidyRows } from "./subsidies.ts";

const filedBy = `填报单位：${city.name}总工会`;

const dotted = (day: number): string => isoDay(day).replace(/-0?/g, ".");

function* activityRows(f: Federation): Iterable<Row> {
  for (const [m, { code, held = [], guests = [0, 0] as const }] of measureList.entries())
    for (const [q, count] of held.entries())
      for (let i = 0; i < count; i++)
        yield {
          活动编号: `HD-${code}-${q + 1}${i + 1}`,
          措施编号: code,
          活动日期: dotted(spread(quarters[q] as DemoQuarter, 2 * i + 1, 2 * count)),
          参加人数: String(draws(f.seed, "activity")(m, q, i).between(...guests)),
        };
}

const spendingColumns = ["支出编号", "措施编号", "资金来源", "支出日期", "支出金额"];
const subsidyColumns = ["发放编号", "补助类型", "统一社会信用代码", "发放日期", "金额"];

/** The files of the ten measures. */
export const measures = (f: Federation): Sheet[] => [
  {
    path: "measures/措施清单.csv",
    above: ["支持民营企业十项措施清单", filedBy, "单位：万元"],
    columns: ["措施编号", "措施名称", "年度目标", "目标单位", "预算金额", "资金性质"],
    rows: () => measureRows(f),
  },
  {
    path: "measures/资金台账-2018.csv",
    columns: spendingColumns,
    renamed: { 资金来源: "经费来源", 支出日期: "列支日期", 支出金额: "列支金额" },
    rows: () => spendingOf2018(f),
    spoilt: [
      { 支出编号: "ZC18-X1", 措施编号: "CS11", 资金来源: "专项", 支出日期: "2018-08-06", 支出金额: "8000" },
    ],
  },
  {
    path: "measures/资金台账-2019Q1.csv",
    above: ["十项措施资金台账", filedBy, "期别：2019Q1", "填报日期：2019-04-09", "单位：万元"],
    columns: spendingColumns,
    rows: () => spendingOf2019(f),
  },
  {
    path: "measures/补助发放-2018.csv",
    columns: subsidyColumns,
    rows: () => subsidyRows(f, "18", [0, 1, 2, 3]),
    encoding: "gb18030",
  },
  {
    path: "measures/补助发放-2019Q1.csv",
    above: ["民营企业补助发放表", filedBy, "期别：2019Q1", "填报日期：2019-04-09"],
    columns: subsidyColumns,
    renamed: { 补助类型: "补助项目", 发放日期: "发放时间" },
    rows: () => subsidyRows(f, "19", [4]),
    spoilt: [
      {
        发放编号: "BT19-X1",
        补助类型: "互助保险",
        统一社会信用代码: "9.19901E+17",
        发放日期: "2019-02-20",
        金额: "900",
      },
    ],
  },
  {
    path: "measures/活动台账.csv",
    above: [filedBy],
    columns: ["活动编号", "措施编号", "活动日期", "参加人数"],
    rows: () => activityRows(f),
  },
];
