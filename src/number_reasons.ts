import type { Reason } from "./reason.ts";
import { words } from "./words.ts";

/** Why an amount, a count, a mark or a coordinate is refused. */
export const numberReasons = {
  "number.scientific": {
    why: words(
      "“{found}”是 Excel 的科学计数写法，后面的数字已经丢失",
      "holds “{found}”: Excel's scientific notation, in which digits are lost",
    ),
    mend: words(
      "请在 Excel 中把此列设为“数值”格式，对照原件重填",
      "format the column as numbers in Excel and fill it in again from the original",
    ),
  },
  "number.grouping": {
    why: words("“{found}”的千位分隔不对", "holds “{found}”, whose thousands are not grouped by three"),
    mend: words(
      "请核对后去掉分隔符，如 12345.60",
      "check it and write it without separators, such as 12345.60",
    ),
  },
  "number.european": {
    why: words(
      "“{found}”分不清逗号和点哪个是小数点",
      "holds “{found}”, in which the decimal point cannot be told from the separator",
    ),
    mend: words("请去掉千位分隔符，小数点用“.”，如 1234.56", "write it with a point only, such as 1234.56"),
  },
  "money.unreadable": {
    why: words("“{found}”认不出是多少钱", "holds “{found}”, which cannot be read as an amount of money"),
    mend: words("请只写一个金额，如 12345.60 或 3.4万元", "write one amount, such as 12345.60 or 3.4万元"),
  },
  "money.fen": {
    why: words("“{found}”精确到了分以下", "holds “{found}”, which is finer than a fen (0.01 yuan)"),
    mend: words("请核对后保留到分，如 12345.60", "check it and keep two decimals, such as 12345.60"),
  },
  "money.large": {
    why: words("“{found}”超出了金额的上限", "holds “{found}”, more money than can be kept"),
    mend: words("请核对金额和单位（元、万元）", "check the amount and its unit (yuan or ten thousand yuan)"),
  },
  "money.currency": {
    why: words("“{found}”不是人民币", "holds “{found}”, which is not in yuan"),
    mend: words("请折算成人民币后填写", "convert it to yuan"),
  },
  "money.unit": {
    why: words("“{found}”分不清单位，可能相差一万倍", "holds “{found}”, whose unit is unclear"),
    mend: words(
      "请在此格写明单位，如 5000元 或 0.5万元",
      "write the unit in the cell, such as 5000元 or 0.5万元",
    ),
  },
  "count.unreadable": {
    why: words("“{found}”认不出是多少", "holds “{found}”, which cannot be read as a whole number"),
    mend: words("请只写一个整数，如 12", "write one whole number, such as 12"),
  },
  "count.whole": {
    why: words("“{found}”不是整数", "holds “{found}”, which is not a whole number"),
    mend: words("请核对后填写整数，如 12", "check it and write a whole number, such as 12"),
  },
  "count.negative": {
    why: words("“{found}”是负数，此栏不能小于 0", "holds “{found}”, which is below zero"),
    mend: words("请核对后填写 0 或正整数", "check it and write 0 or more"),
  },
  "count.about": {
    why: words(
      "“{found}”是约数，此栏要确切的数",
      "holds “{found}”, a rough number where the exact one is needed",
    ),
    mend: words("请按实际数填写，如 203", "write the exact number, such as 203"),
  },
  "count.large": {
    why: words("“{found}”超过 15 位，不像是数量", "holds “{found}”, more than 15 digits"),
    mend: words("请核对是否把编号填进了此栏", "check whether a code has slipped into this column"),
  },
  "quantity.unreadable": {
    why: words("“{found}”认不出是多少", "holds “{found}”, which cannot be read as a number"),
    mend: words(
      "请只写数字，如 95.5，单位写在单位栏",
      "write the number alone, such as 95.5; the unit has a column of its own",
    ),
  },
  "quantity.decimals": {
    why: words("“{found}”的小数超过四位", "holds “{found}”, with more than four decimals"),
    mend: words("请最多保留四位小数", "keep at most four decimals"),
  },
  "score.unreadable": {
    why: words("“{found}”认不出是多少分", "holds “{found}”, which cannot be read as a mark"),
    mend: words("请只写一个分数，如 95.5", "write one mark, such as 95.5"),
  },
  "score.decimals": {
    why: words("“{found}”的小数超过两位", "holds “{found}”, with more than two decimals"),
    mend: words("请保留两位小数，如 95.53", "keep two decimals, such as 95.53"),
  },
  "score.percent": {
    why: words("“{found}”是百分比，此栏要分数", "holds “{found}”, a percentage where a mark is needed"),
    mend: words("请填写分数，如 95.5", "write the mark, such as 95.5"),
  },
  "coordinate.unreadable": {
    why: words("“{found}”认不出是经度或纬度", "holds “{found}”, which cannot be read as degrees"),
    mend: words(
      "请写十进制的度，如 107.1434；没有就留空",
      "write decimal degrees, such as 107.1434, or leave it empty",
    ),
  },
  "coordinate.sexagesimal": {
    why: words("“{found}”是度分秒写法", "holds “{found}”, in minutes and seconds"),
    mend: words(
      "请换算成十进制的度，如 107.1434；没有就留空",
      "convert it to decimal degrees, such as 107.1434, or leave it empty",
    ),
  },
  "coordinate.range": {
    why: words("“{found}”超出了 {limit} 度的范围", "holds “{found}”, beyond {limit} degrees"),
    mend: words(
      "请核对小数点的位置，或经度、纬度是否填反",
      "check the point, and whether longitude and latitude are swapped",
    ),
  },
  "coordinate.swapped": {
    why: words(
      "“{found}”是另一栏的坐标，经度、纬度填反了",
      "holds “{found}”: longitude and latitude are swapped",
    ),
    mend: words("请把经度、纬度两栏对调", "swap the two columns"),
  },
} as const satisfies Record<string, Reason>;
