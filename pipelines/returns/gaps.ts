import type { GapList } from "../../src/indicator.ts";
import { words } from "../../src/words.ts";

const columns = {
  register_name: words("台账", "register"),
  unit_name: words("填报单位", "reporting unit"),
  due_day: words("截止日期", "due day"),
};

/** Which returns did not come, or came late. */
export const gaps: GapList[] = [
  {
    id: "missing_returns",
    words: words("缺报的台账", "returns that did not come"),
    from: "returns.missing_returns",
    columns,
    order: "unit_name, register_name",
    of: "reporting_rate",
    by: "reporting_unit",
    who: words("填报单位", "the reporting unit"),
  },
  {
    id: "late_returns",
    words: words("没有按时报送的台账", "returns that did not come in time"),
    from: "returns.late_returns",
    columns: { ...columns, filed: words("填报日期", "filed on"), days_late: words("逾期天数", "days late") },
    order: "days_late DESC NULLS FIRST, unit_name, register_name",
    of: "on_time_rate",
    by: "reporting_unit",
    who: words("填报单位", "the reporting unit"),
  },
];
