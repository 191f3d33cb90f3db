import { code, count, money, oneOf, text } from "../../../src/field.ts";
import type { Register } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";
import { fundings, targetUnits } from "../lists.ts";
import { measureHeaders } from "./headers.ts";

/** 措施清单: the ten measures, what each is to reach and out of which money. */
export const measureList: Register = {
  id: "measures",
  room: "measures",
  words: words("措施清单", "Measures"),
  grain: words("一项措施", "one measure"),
  fields: {
    measure_id: code("措施编号", "measure number", { aliases: measureHeaders }),
    measure_name: text("措施名称", "measure", { aliases: ["措施", "措施内容", "项目名称", "措施事项"] }),
    target: count("年度目标", "target of the year", {
      aliases: ["年度目标数", "目标数", "目标值", "年度任务数", "年度目标任务", "目标"],
      optional: true,
    }),
    target_unit: oneOf(targetUnits, "目标单位", "unit of the target", {
      aliases: ["计量单位", "目标计量单位"],
      optional: true,
    }),
    budget: money("预算金额", "budget", {
      aliases: ["预算", "预算数", "资金预算", "安排资金", "预算资金", "计划资金"],
      optional: true,
    }),
    funding: oneOf(fundings, "资金性质", "nature of the money", {
      aliases: ["资金类型", "资金类别", "经费性质"],
    }),
  },
  key: ["measure_id"],
  rules: [
    {
      field: "target_unit",
      holds: (row) => (row.target == null) === (row.target_unit == null),
      why: words("年度目标与目标单位只填了一个，目标无法核算", "and the target are not both given"),
      mend: words("两栏都填或都不填", "fill in both or neither"),
      severity: "warning",
    },
    {
      field: "budget",
      holds: (row) => !/^-|^[≥<≈]?0+(\.0+)?$/.test(row.budget ?? ""),
      why: words("预算金额为零或负数", "is nothing or less"),
      mend: words("没有安排预算请留空", "leave it empty where there is no budget"),
      severity: "error",
    },
  ],
};
