import { code, day, oneOf, text } from "../../../src/field.ts";
import type { Register } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";
import { areaLevels } from "../../lists.ts";

/** 行政区划: dated names of areas. A renamed area keeps its old row and gains a new one that the old row points to. */
export const areas: Register = {
  id: "areas",
  room: "rosters",
  words: words("行政区划", "Areas"),
  grain: words("一个区划在一段时间内的名称", "the name of one area during one period"),
  fields: {
    area_id: code("区划代码", "area code", { aliases: ["行政区划代码", "区域代码", "地区代码"] }),
    name: text("名称", "name", { aliases: ["区划名称", "行政区划名称", "地区名称", "区域名称"] }),
    parent_id: code("上级代码", "parent code", { aliases: ["上级区划代码", "上级区划"], optional: true }),
    level: oneOf(areaLevels, "层级", "level", { aliases: ["级别", "区划级别", "区划层级"] }),
    former_name: text("曾用名", "former name", { aliases: ["原名", "原名称", "旧名"], optional: true }),
    valid_from: day("生效日期", "valid from", { aliases: ["启用日期", "设立日期", "生效时间"] }),
    valid_to: day("失效日期", "last day valid", {
      aliases: ["停用日期", "撤销日期", "失效时间"],
      optional: true,
    }),
    successor_id: code("继任代码", "successor code", {
      aliases: ["新代码", "变更后代码", "继任区划代码"],
      optional: true,
    }),
  },
  key: ["area_id", "valid_from"],
  successor: "successor_id",
  rules: [
    {
      field: "valid_to",
      holds: (row) => row.valid_to == null || row.valid_from == null || row.valid_from <= row.valid_to,
      why: words("失效日期早于生效日期", "is before the day it became valid"),
      mend: words("请核对两个日期", "check both days"),
      severity: "error",
    },
  ],
};
