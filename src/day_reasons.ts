import type { Reason } from "./reason.ts";
import { words } from "./words.ts";

/** Why a day or a month is refused. */
export const dayReasons = {
  "day.unreadable": {
    why: words("“{found}”认不出是哪一天", "holds “{found}”, which cannot be read as a day"),
    mend: words("请写成 2019-03-05 这样的日期，只写一天", "write one day, such as 2019-03-05"),
  },
  "quarter.unreadable": {
    why: words("“{found}”认不出是哪个季度", "holds “{found}”, which cannot be read as a quarter"),
    mend: words("请写成 2018Q3", "write it like 2018Q3"),
  },
  "day.ambiguous": {
    why: words(
      "“{found}”分不清年、月、日的先后",
      "holds “{found}”, in which year, month and day cannot be told apart",
    ),
    mend: words(
      "请写全四位年份，按年月日排列，如 2019-03-05",
      "write the year with four digits and first, such as 2019-03-05",
    ),
  },
  "day.month_only": {
    why: words("“{found}”只写到月份，这里要具体到日", "holds “{found}”, a month where a day is needed"),
    mend: words("请补上日，如 2019-03-05", "add the day, such as 2019-03-05"),
  },
  "day.no_year": {
    why: words("“{found}”没有写年份", "holds “{found}”, which lacks the year"),
    mend: words("请补上年份，如 2019-03-05", "add the year, such as 2019-03-05"),
  },
  "day.impossible": {
    why: words("“{found}”这一天不存在", "holds “{found}”, a day that does not exist"),
    mend: words(
      "请核对原件后写成 2019-02-28 这样的日期",
      "check the original and write a day such as 2019-02-28",
    ),
  },
  "day.year": {
    why: words(
      "“{found}”的年份不在 1900 年至 2100 年之间",
      "holds “{found}”, whose year is not between 1900 and 2100",
    ),
    mend: words("请核对年份", "check the year"),
  },
  "day.serial": {
    why: words(
      "“{found}”是一个数字，换算不成 2000 年以后的日期",
      "holds the number “{found}”, which is no Excel day from 2000 to 2099",
    ),
    mend: words(
      "请在 Excel 中把此列设为日期格式，或写成 2019-03-05",
      "format the column as dates in Excel, or write a day such as 2019-03-05",
    ),
  },
  "day.zone": {
    why: words(
      "“{found}”不是北京时间，换算后日期可能差一天",
      "holds “{found}”, which is not Beijing time and may belong to the next day",
    ),
    mend: words("请按北京时间写明日期，如 2019-03-05", "write the day in Beijing time, such as 2019-03-05"),
  },
  "month.unreadable": {
    why: words("“{found}”认不出是哪个月", "holds “{found}”, which cannot be read as a month"),
    mend: words("请写成 2019-03 这样的月份", "write a month such as 2019-03"),
  },
  "month.trailing_zero": {
    why: words(
      "“{found}”分不清是 1 月还是 10 月（Excel 会去掉末尾的 0）",
      "holds “{found}”: January, or October after Excel dropped the final 0",
    ),
    mend: words("请写成 2019-01 或 2019-10 这样的月份", "write a month such as 2019-01 or 2019-10"),
  },
} as const satisfies Record<string, Reason>;
