import { words } from "../words.ts";

/** What the page of the federations below says. */
export const said = {
  unknown: words(
    "本会没有登记下级工会，也没有收到下级工会的上报数。",
    "No federation below is registered here, and none has handed up figures.",
  ),
  reporting: words(
    "本季度应上报的下级工会{due}家，已上报{received}家，上报率{rate}。",
    "{due} federations below owe figures of this quarter and {received} have handed them up ({rate}).",
  ),
  nobodyDue: words("本季度没有应上报的下级工会。", "No federation below owes figures of this quarter."),
  missing: words(
    "未上报：{names}。下列各数不含这些工会。",
    "Not handed up: {names}. They are in none of the sums.",
  ),
  within: words(
    "{name}的数已含在{around}的上报数中，不重复相加。",
    "The figures of {name} are within those of {around} and are not added again.",
  ),
  overlap: words(
    "{name}与{around}的上报数都含有{shared}，{name}的数只列出，不相加，请核实归属。",
    "Both {name} and {around} hand up the figures of {shared}: those of {name} are shown and not added until it is settled whose they are.",
  ),
  how: words(
    "“下级之和”由各会公布的数字相加；比率用各会分子之和除以分母之和重新计算，不取平均。带†的按人、按家等去重统计，各会之间可能重复，相加后可能偏大。带≥的含有隐去的数字，实际不少于此数；比率中有隐去的数字时，以※代替。中位数、最大值、类别数等不能相加，只列各会的数。",
    "Sums are of what each federation publishes; rates are recomputed from the sums of numerators and denominators, never averaged. What is marked † counts each person, enterprise and so on once within a federation: whoever is known to two is in the sum twice, which may make it high. With ≥ some numbers in it are withheld and it is at least so much; a rate of which a number is withheld is ※. Medians, maxima and numbers of kinds are not added.",
  ),
  differs: words(
    "带≠的，该会计算口径与本级不同，只列出，不相加。",
    "What is marked ≠ was measured in another way than here: it is shown and not added.",
  ),
  apart: words(
    "本级台账不含下级的数，“合计”为两者相加。",
    "The own registers hold nothing of the federations below: the total is of both.",
  ),
  held: words(
    "本级台账已含下级的数，两者对照，不相加；公开版另隐去个别数字（※），使隐去的数不能用减法推出。",
    "The own registers hold what the federations below hand up: the two are compared, not added. The public edition withholds some more numbers (※), so that none that was withheld can be found by subtraction.",
  ),
  unrelated: words(
    "本级台账是否已含下级的数没有说明，两者并列，不相加；公开版另隐去个别数字（※），使隐去的数不能用减法推出。",
    "Nobody has said whether the own registers hold what is handed up: the two stand side by side and are not added. The public edition withholds some more numbers (※), so that none that was withheld can be found by subtraction.",
  ),
  who: words("上报情况", "Who has handed up"),
  from: words("相加{n}家", "of {n} federations"),
  each: words("各会数字", "Each federation's figures"),
  year: words("本年累计", "year to date "),
};

/** What stands above its columns. */
export const heads = {
  federation: words("下级工会", "Union"),
  asOf: words("数据截至", "Data as of"),
  returns: words("台账报送率", "Filed"),
  state: words("发布与程序版本", "Release and program"),
  figure: words("指标", "Figure"),
  sum: words("下级之和", "Sum below"),
  from: words("相加家数", "Federations added"),
  own: words("本级台账", "Own registers"),
  total: words("合计", "Total"),
  value: words("数值", "Value"),
};

/** How a federation stands. */
export const states = {
  open: words("未定稿发布", "not released"),
  released: words("已发布第{n}版", "edition {n} released"),
  missing: words("未上报", "not handed up"),
  inside: words("，含下级{n}家", ", with {n} below"),
};
