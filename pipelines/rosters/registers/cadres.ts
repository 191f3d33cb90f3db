import { code, day, oneOf, text } from "../../../src/field.ts";
import { type CodeList, listed } from "../../../src/list.ts";
import type { Register } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";

const cadreLevels: CodeList = [
  listed("区", "district", "区级", "区县", "区县级", "县", "县级", "区总工会"),
  listed("镇街", "township", "镇街级", "镇", "街道", "乡镇", "镇级", "镇(街道)", "街镇"),
];

/** 工会干部名册: who carries the duty to visit. */
export const cadres: Register = {
  id: "cadres",
  room: "rosters",
  words: words("工会干部名册", "Cadre roster"),
  grain: words("一名工会干部", "one union cadre"),
  fields: {
    cadre_id: code("干部编号", "cadre number", { aliases: ["干部代码", "干部号", "工号", "人员编号"] }),
    cadre_name: text("姓名", "name", { aliases: ["干部姓名", "工会干部", "工会干部姓名"], personal: true }),
    union_name: text("所属工会", "union", {
      aliases: ["工会名称", "所在工会", "所属工会组织"],
      fillDown: true,
    }),
    level: oneOf(cadreLevels, "层级", "level", { aliases: ["级别", "干部层级", "工会层级"] }),
    from_day: day("任职起", "in post from", {
      aliases: ["任职起始", "任职日期", "任职开始", "任职起始日期", "任职时间"],
    }),
    to_day: day("任职止", "last day in post", {
      aliases: ["任职终止", "离任日期", "任职结束", "任职终止日期", "离任时间"],
      optional: true,
    }),
  },
  key: ["cadre_id"],
  person: { number: "cadre_id", since: "to_day" },
  rules: [
    {
      field: "to_day",
      holds: (row) => row.to_day == null || row.from_day == null || row.from_day <= row.to_day,
      why: words("任职止早于任职起", "is before the first day in post"),
      mend: words("请核对任职起止", "check both days"),
      severity: "error",
    },
  ],
};
