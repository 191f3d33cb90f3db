import { code, day, oneOf } from "../../../src/field.ts";
import { type CodeList, listed } from "../../../src/list.ts";
import type { Register } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";

const linkTypes: CodeList = [
  listed("企业", "enterprise", "联系企业", "重点服务企业", "重点企业"),
  listed("镇街", "township", "联系镇街", "镇", "街道", "乡镇", "镇(街道)"),
];

/** 联系关系: which cadre answers for which enterprise or township, and from when to when. */
export const links: Register = {
  id: "links",
  room: "rosters",
  words: words("联系关系", "Links"),
  grain: words("一名干部在一段时间内联系一个对象", "one cadre linked to one target during one period"),
  fields: {
    cadre_id: code("干部编号", "cadre number", {
      aliases: ["干部代码", "干部号", "联系干部编号", "工号"],
      fillDown: true,
    }),
    link_type: oneOf(linkTypes, "联系类型", "link type", { aliases: ["对象类型", "联系对象类型"] }),
    target_id: code("对象代码", "target code", { aliases: ["联系对象代码", "联系对象", "对象编号"] }),
    linked_from: day("联系起始", "linked from", {
      aliases: ["联系起始日期", "联系开始", "联系起", "开始联系日期"],
    }),
    linked_to: day("联系终止", "last day linked", {
      aliases: ["联系终止日期", "联系结束", "联系止", "终止联系日期"],
      optional: true,
    }),
  },
  key: ["cadre_id", "link_type", "target_id", "linked_from"],
  refers: [
    // A link of nobody on the roster would put due visits into the denominator that nobody can make.
    { to: "cadres", on: { cadre_id: "cadre_id" }, missing: "refuse" },
  ],
  rules: [
    {
      field: "linked_to",
      holds: (row) => row.linked_to == null || row.linked_from == null || row.linked_from <= row.linked_to,
      why: words("联系终止早于联系起始", "is before the link began"),
      mend: words("请核对联系起止", "check both days"),
      severity: "error",
    },
  ],
};
