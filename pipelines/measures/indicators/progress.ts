import type { GapList, Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { tenMeasures } from "./source.ts";

/** 项 on the list. */
const measures: Indicator = {
  id: "measures",
  words: words("支持民营企业措施", "measures for private enterprises"),
  unit: "item",
  from: "measures.measure_quarters",
  numerator: "count(*)",
  by: { funding: "funding" },
  span: "stock",
  formula: words("措施清单登记的措施数", "measures on the list"),
  reading: words(
    "措施清单没有起止日期，有资金、补助或活动登记的各季都按现有清单计。措施名称以本会措施清单为准。",
    "The list has no dates: the list as it is now stands for every quarter in which payments, subsidies or activities are known. Names of measures are those of the federation's own list.",
  ),
  source: tenMeasures,
  better: "neither",
  target: "10",
};

/** Begun ÷ ten. */
const underWay: Indicator = {
  ...measures,
  id: "measures_under_way",
  words: words("措施启动率", "measures under way"),
  unit: "rate",
  numerator: "count(*) FILTER (WHERE under_way)",
  denominator: "count(*)",
  parts: { numerator: "item", denominator: "item" },
  formula: words(
    "季末前已有支出、补助发放或活动的措施 ÷ 措施清单登记的措施",
    "measures with any payment, subsidy or activity by the quarter's last day ÷ measures on the list",
  ),
  reading: words(
    "只要到季末为止有过任何一笔支出、补助发放或一次活动，就算已启动，往年的也算；补助发放没有措施编号，按措施名称中含该补助类型归属。应为十项，登记项数不符时有校验提示。",
    "Any payment, subsidy or activity up to the quarter's last day counts, those of earlier years too. A subsidy names no measure: it belongs to the measure whose name holds its kind. There should be ten; a check tells where the list has more or fewer.",
  ),
  better: "more",
  target: "1",
};

export const progress: Indicator[] = [measures, underWay];

/** Measures of which nothing has come yet. */
export const notBegun: GapList = {
  id: "not_begun",
  words: words("季末尚未启动的措施", "measures not under way at the quarter's end"),
  from: "measures.not_begun",
  columns: {
    measure_id: words("措施编号", "measure number"),
    measure_name: words("措施名称", "measure"),
    funding: words("资金性质", "nature of the money"),
    budget: words("预算金额（元）", "budget (yuan)"),
  },
  order: "measure_id",
  of: "measures_under_way",
  who: words("措施牵头部门", "the department in charge"),
};
