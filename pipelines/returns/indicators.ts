import type { Indicator, Source } from "../../src/indicator.ts";
import { words } from "../../src/words.ts";

const source: Source = {
  quote: "",
  from: words(
    "本会应报清单规定的台账、单位和截止日期",
    "The federation's own list of returns due, by unit and day",
  ),
};

const received = words(
  "文件注明期别的按期别算，没有注明的按各行日期所在季度算；零报告（只有表头的空表）算已报；填报单位按名称核对，全角半角括号不分。应报清单没有列出的不算应报。",
  "A file is a return for the period it states, else for the quarters its rows lie in. An empty register sent on purpose counts as received. Units are matched by name. What the list does not name is not due.",
);

/** 份 due. */
export const due: Indicator = {
  id: "due",
  words: words("应报台账", "returns due"),
  unit: "return",
  from: "returns.returns",
  numerator: "count(*)",
  by: { reporting_unit: "unit_name", register: "register", arrival: "arrival" },
  span: "flow",
  formula: words("应报清单中期别为本季的“台账×单位”数", "pairs of register and unit due for the quarter"),
  reading: received,
  source,
  better: "neither",
};

const by = { reporting_unit: "unit_name", register: "register" };

/** Came at all. */
export const reportingRate: Indicator = {
  ...due,
  id: "reporting_rate",
  words: words("报送率", "returns received"),
  unit: "rate",
  numerator: "count(*) FILTER (WHERE received)",
  denominator: "count(*)",
  parts: { numerator: "return", denominator: "return" },
  by,
  formula: words("已报 ÷ 应报", "received ÷ due"),
  reading: words(`${received.zh}逾期报到的也算已报。`, `${received.en} A late one is received.`),
  better: "more",
  target: "1",
};

/** Came by the day. */
export const onTimeRate: Indicator = {
  ...reportingRate,
  id: "on_time_rate",
  words: words("按时报送率", "returns received in time"),
  numerator: "count(*) FILTER (WHERE received AND NOT late)",
  formula: words("截止日期当天或之前报到 ÷ 应报", "received by the due day ÷ due"),
  reading: words(
    "按文件注明的填报日期与截止日期比较；没有填报日期的不算逾期；缺报算不按时。",
    "By the day of filing that the file states; without one it is not called late. A missing return is not in time.",
  ),
};

const counted = (
  id: string,
  zh: string,
  en: string,
  condition: string,
  reading: Indicator["reading"],
): Indicator => ({
  ...due,
  id,
  words: words(zh, en),
  numerator: `count(*) FILTER (WHERE ${condition})`,
  by,
  formula: words(`应报台账中${zh}的份数`, `returns due that are ${en}`),
  reading,
  better: "less",
});

const zero: Indicator = {
  ...counted("zero", "零报告", "empty on purpose", "zero", received),
  better: "neither",
};

const late = counted(
  "late",
  "逾期报送",
  "late",
  "late",
  words(
    "填报日期晚于截止日期，发布后补报的也在内。",
    "Filed after the due day, those after publication included.",
  ),
);

const afterPublication = counted(
  "after_publication",
  "发布后补报",
  "filed after publication",
  "arrival = '3: 发布后补报'",
  words(
    "填报日期晚于季度结束后的发布期限（天数在设置里定）；本页数字已含补报，与当时发布的会有出入。",
    "Filed more days after the quarter's end than the setting publication_days; the figures here contain it, those published then did not.",
  ),
);

const missing = counted("missing", "缺报", "missing", "NOT received", received);

/** What is claimed of the returns themselves. */
export const indicators: Indicator[] = [
  reportingRate,
  onTimeRate,
  due,
  zero,
  late,
  afterPublication,
  missing,
];
