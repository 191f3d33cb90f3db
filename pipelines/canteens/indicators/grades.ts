import type { GapList, Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { byCanteen } from "./dimensions.ts";
import { noneFair } from "./source.ts";

/** 家 that cook. */
export const canteens: Indicator = {
  id: "canteens",
  words: words("在办食堂", "canteens open"),
  unit: "canteen",
  from: "canteens.grade_quarters",
  numerator: "count(*)",
  by: { grade: "grade", ...byCanteen },
  span: "stock",
  formula: words("季末未停办的食堂数", "canteens on the roster that are open on the quarter's last day"),
  reading: words(
    "名册不记开办日期，未停办的各季都算在办；停办当日起不算。没有动态等级的列为未评级，评定结论为不评级的另列。",
    "The roster does not say since when a canteen is open, so every quarter until it closes counts it. Without a dynamic grade it is never graded; not rated is a grade of its own.",
  ),
  source: noneFair,
  better: "neither",
};

/** Of whom something can be said. */
export const gradedRate: Indicator = {
  ...canteens,
  id: "graded_rate",
  words: words("量化分级覆盖率", "canteens with a grade"),
  unit: "rate",
  numerator: "count(*) FILTER (WHERE graded)",
  denominator: "count(*)",
  parts: { numerator: "canteen", denominator: "canteen" },
  by: byCanteen,
  formula: words(
    "最近一次动态等级为优秀、良好或一般的在办食堂 ÷ 在办食堂",
    "open canteens whose latest dynamic grade is excellent, good or fair ÷ open canteens",
  ),
  reading: words(
    "不评级和从未评级的都算没有等级；只有年度等级的也算没有。",
    "Not rated and never graded are both without a grade, and so is one with an annual grade only.",
  ),
  better: "more",
  target: "1",
};

/** Above 一般, of those graded. */
export const goodRate: Indicator = {
  ...gradedRate,
  id: "good_rate",
  words: words("食堂优良率", "canteens graded good or better"),
  where: "graded",
  numerator: "count(*) FILTER (WHERE grade <> '一般')",
  formula: words(
    "动态等级为优秀或良好的在办食堂 ÷ 有动态等级的在办食堂",
    "open canteens graded excellent or good ÷ open canteens with a grade",
  ),
  reading: words(
    "没有等级的不进分母，须与量化分级覆盖率并看；分母减分子就是“一般”食堂存量。",
    "Canteens without a grade are left out: read it with their coverage. What is missing is the stock of fair canteens.",
  ),
};

const columns = {
  canteen_id: words("食堂编号", "canteen number"),
  unit_name: words("单位名称", "unit"),
  district: words("所属区县", "district"),
};

/** Who is still 一般, longest first. */
export const fairList: GapList = {
  id: "fair",
  words: words("季末仍为“一般”的食堂", "canteens graded fair"),
  from: "canteens.fair",
  columns: {
    ...columns,
    since: words("“一般”始于", "fair since"),
    days_fair: words("已持续天数", "days"),
  },
  order: "days_fair DESC, canteen_id",
  of: "good_rate",
  by: "area",
  who: words("区县总工会和食堂所在单位", "the district union and the canteen's own unit"),
};

/** Of whom nothing can be said. */
export const ungradedList: GapList = {
  id: "ungraded",
  words: words("没有动态等级的食堂", "canteens without a dynamic grade"),
  from: "canteens.ungraded",
  columns: {
    ...columns,
    diners: words("就餐人数", "diners"),
    graded_on: words("最近评定为不评级的日期", "day on which it was left unrated"),
  },
  order: "diners DESC, canteen_id",
  of: "graded_rate",
  by: "area",
  who: words("区县总工会和食堂所在单位", "the district union and the canteen's own unit"),
};
