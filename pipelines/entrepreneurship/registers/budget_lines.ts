import { code, count, money, oneOf, text } from "../../../src/field.ts";
import type { Register } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";
import { fundingLevels, objectKinds } from "../lists.ts";
import { lineHeaders } from "./headers.ts";

/** 预算项目: the year's budget, line by line. */
export const budgetLines: Register = {
  id: "budget_lines",
  room: "entrepreneurship",
  words: words("预算项目", "Budget lines"),
  grain: words("一条预算项目", "one line of a year's budget"),
  fields: {
    line_id: code("项目编码", "line code", { aliases: lineHeaders }),
    year: code("年度", "year", { aliases: ["年份", "预算年度", "所属年度"], fillDown: true }),
    funding_level: oneOf(fundingLevels, "资金级次", "funding level", {
      aliases: ["资金来源级次", "级次", "资金级别", "资金层级"],
    }),
    line_name: text("项目名称", "line", { aliases: ["预算项目名称", "项目", "支出项目", "预算科目"] }),
    object_kind: oneOf(objectKinds, "对象类型", "kind of object", {
      aliases: ["扶持对象类型", "扶持对象", "补助对象", "奖补对象"],
    }),
    planned: count("计划数量", "planned number", { aliases: ["计划数", "数量", "计划个数", "名额"] }),
    unit_price: money("单价", "amount each", {
      aliases: ["补助标准", "奖补标准", "标准", "每个补助标准", "单位标准"],
    }),
    budget: money("预算金额", "budget", { aliases: ["预算数", "年度预算", "预算资金", "预算", "安排金额"] }),
  },
  key: ["line_id"],
  rules: [
    {
      field: "year",
      holds: (row) => row.year == null || /^\d{4}年?$/.test(row.year),
      why: words("年度不是四位年份", "is not a year of four digits"),
      mend: words("请写四位年份，如 2018", "write four digits, like 2018"),
      severity: "error",
    },
    {
      // Taken for ordinary parks, the award's line would leave the award without a budget.
      field: "object_kind",
      holds: (row) => row.object_kind !== "创业园" || !/富民兴鲁|获奖/.test(row.line_name ?? ""),
      why: words(
        "项目名称写的是获奖创业园，对象类型却是创业园",
        "says ordinary parks, but the line's name says award",
      ),
      mend: words("获奖创业园的对象类型请填“获奖创业园”", 'write "获奖创业园" for the award-winning parks'),
      severity: "warning",
    },
  ],
};
