import type { Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { byClass, byClassKind, bySession } from "../dimensions.ts";
import { attendanceRule, classCount, courseCount } from "../source.ts";

export const classes: Indicator = {
  id: "classes",
  words: words("开班数", "classes opened"),
  unit: "class",
  from: "training.openings",
  numerator: "count(*)",
  by: { ...byClassKind, point: "point" },
  span: "flow",
  formula: words("开班日期在本期内的班次数", "classes whose first day lies in the period"),
  reading: words(
    "班次按开班日期计入季度，跨季度的班不重复计数",
    "a class counts once, in the quarter of its first day",
  ),
  source: classCount,
  better: "neither",
};

export const kinds: Indicator = {
  id: "kinds",
  words: words("课程类别数", "kinds of classes"),
  unit: "kind",
  from: "training.openings",
  numerator: "count(DISTINCT category)",
  by: { programme: "programme", form: "form", area: "area" },
  span: "flow",
  formula: words("本期开班的不同类别数", "distinct categories of the classes opened in the period"),
  reading: words(
    "“类”是课程类别，不是班数，也不是课次；本年累计按全年去重，不是各季度相加",
    "a kind is a category of course, neither a class nor a session; over the year each kind counts once",
  ),
  source: courseCount,
  better: "neither",
};

export const sessions: Indicator = {
  id: "sessions",
  words: words("实际课次", "sessions held"),
  unit: "session",
  from: "training.lessons",
  needs: ["classes", "sessions"],
  where: "held",
  numerator: "count(*)",
  by: bySession,
  span: "flow",
  formula: words("上课日期在本期内且未停课的课次数", "sessions dated in the period and not cancelled"),
  reading: words(
    "停课不计；是否停课未填的按已上课计",
    "cancelled sessions are out; where nothing is said, the session was held",
  ),
  source: attendanceRule,
  better: "neither",
};

export const fillRate: Indicator = {
  id: "fill_rate",
  words: words("满座率", "fill rate"),
  unit: "rate",
  from: "training.openings",
  numerator: "coalesce(sum(seated), 0)",
  denominator: "coalesce(sum(capacity), 0)",
  parts: { numerator: "person_time", denominator: "person_time" },
  by: byClass,
  span: "flow",
  formula: words("录取且未退出人次 ÷ 班次容量", "learners admitted and not withdrawn ÷ capacity"),
  reading: words(
    "本期开班的班次；候补不占座，结束日期当天或之前退出的不占座；超员时可高于100%",
    "classes opened in the period; the waiting hold no seat, nor do those who withdrew by the last day; overbooked classes exceed 100 %",
  ),
  source: classCount,
  better: "more",
};
