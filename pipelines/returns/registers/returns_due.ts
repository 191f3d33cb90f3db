import { code, day, text } from "../../../src/field.ts";
import { isQuarter } from "../../../src/quarter.ts";
import type { Register } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";

/** 应报清单: which unit owes which register for which period, and by when. */
export const returnsDue: Register = {
  id: "returns_due",
  room: "returns",
  words: words("应报清单", "Returns due"),
  grain: words("一个单位一期应报的一本台账", "one register that one unit owes for one period"),
  fields: {
    register_name: text("台账", "register", {
      aliases: ["台账名称", "应报台账", "报表名称"],
      fillDown: true,
    }),
    unit_name: text("填报单位", "reporting unit", { aliases: ["应报单位", "报送单位", "上报单位"] }),
    period: code("期别", "period", { aliases: ["报告期", "所属期", "报送期别", "季度"] }),
    due_day: day("截止日期", "due day", { aliases: ["报送截止日期", "截止时间", "报送时限"] }),
  },
  key: ["register_name", "unit_name", "period"],
  rules: [
    {
      field: "period",
      holds: (row) => row.period == null || isQuarter(row.period),
      why: words("期别不是“2018Q4”的写法", "is not written like 2018Q4"),
      mend: words("请写年份加 Q 加季度序号", "write the year, Q and the number of the quarter"),
      severity: "error",
    },
  ],
};
