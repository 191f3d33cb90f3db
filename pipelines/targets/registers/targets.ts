import { code, quantity, text } from "../../../src/field.ts";
import type { Register } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";

/** 目标任务: one target of one indicator for one period. */
export const targets: Register = {
  id: "targets",
  room: "targets",
  words: words("目标任务", "Targets"),
  grain: words("一项指标一个期间的目标", "the target of one indicator for one period"),
  fields: {
    programme: text("项目", "programme", { aliases: ["工作项目", "业务"], optional: true, fillDown: true }),
    indicator_name: text("指标", "indicator", { aliases: ["指标名称", "目标指标"] }),
    target: quantity("目标值", "target", { aliases: ["目标", "任务数"] }),
    unit: text("单位", "unit", { aliases: ["计量单位", "目标单位"] }),
    period: code("期间", "period", { aliases: ["年度", "期别", "目标期间"] }),
    quote: text("出处", "source", { aliases: ["依据", "文件依据"], optional: true }),
  },
  key: ["indicator_name", "period"],
  rules: [
    {
      field: "period",
      holds: (row) => row.period == null || /^\d{4}(?:年度?|Q[1-4])?$/.test(row.period),
      why: words("期间既不是年度也不是季度", "is neither a year nor a quarter"),
      mend: words("请写 2018 或 2018Q4", "write 2018 or 2018Q4"),
      severity: "error",
    },
  ],
};
