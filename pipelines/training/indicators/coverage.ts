import type { Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { courseCount, quoted, villageCount } from "../source.ts";

const open = words(
  "班次的起止日期与本季度有重合即为有班",
  "a class whose dates overlap the quarter is a class in it",
);

export const districtsCovered: Indicator = {
  id: "districts_covered",
  words: words("区县覆盖率", "districts with a class"),
  unit: "rate",
  from: "training.area_reach",
  where: "level = '区县'",
  numerator: "count(*) FILTER (WHERE reached)",
  denominator: "count(*)",
  parts: { numerator: "unit", denominator: "unit" },
  by: { area: "area" },
  span: "stock",
  formula: words(
    "本季度有班的区县 ÷ 行政区划中的区县",
    "districts with a class in the quarter ÷ districts on the roster",
  ),
  reading: words(
    `${open.zh}；登记到镇街的班次计入其所属区县；以季末有效的区县为分母`,
    `${open.en}; a class registered in a township counts for its district; districts valid on the quarter's last day`,
  ),
  source: quoted("10个培训班"),
  better: "more",
  target: "1",
};

export const townshipsCovered: Indicator = {
  id: "townships_covered",
  words: words("镇街覆盖率", "townships reached"),
  unit: "rate",
  from: "training.area_reach",
  where: "level = '镇街'",
  numerator: "count(*) FILTER (WHERE reached)",
  denominator: "count(*)",
  parts: { numerator: "unit", denominator: "unit" },
  by: { area: "area" },
  span: "stock",
  formula: words(
    "本季度有班或有学员的镇街 ÷ 行政区划中的镇街",
    "townships with a class or a learner in the quarter ÷ townships on the roster",
  ),
  reading: words(
    `班次多只登记到区县，故镇街有学员在班也算覆盖；${open.zh}；按区县分列`,
    `classes are mostly registered by district, so a township whose people are in a class is reached; ${open.en}; broken down by district`,
  ),
  source: villageCount,
  better: "more",
};

export const categoriesCovered: Indicator = {
  id: "categories_covered",
  words: words("类别覆盖率", "categories with a class"),
  unit: "rate",
  from: "training.category_reach",
  numerator: "count(*) FILTER (WHERE reached)",
  denominator: "count(*)",
  parts: { numerator: "kind", denominator: "kind" },
  by: { category: "category" },
  span: "stock",
  formula: words("本季度有班的类别 ÷ 已知类别", "categories with a class in the quarter ÷ categories known"),
  reading: words(
    `已知类别＝截至季末开过班或有人点过单的类别；${open.zh}`,
    `known are the categories offered or asked for by the quarter's end; ${open.en}`,
  ),
  source: courseCount,
  better: "more",
};
