import { code, count, creditCode, day, oneOf, text } from "../../../src/field.ts";
import type { Register } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";
import { unionForms } from "../lists.ts";
import { codeHeaders } from "./headers.ts";

/** 建会台账: which unions there are, since when, and how many of the workers joined. */
export const unions: Register = {
  id: "unions",
  room: "organising",
  words: words("建会台账", "Unions"),
  grain: words("一个工会", "one union"),
  fields: {
    union_id: code("工会编号", "union number", {
      aliases: ["工会代码", "工会编码", "基层工会编号", "建会编号"],
    }),
    union_name: text("工会名称", "union", {
      aliases: ["基层工会名称", "工会全称", "工会组织名称", "工会委员会名称"],
    }),
    enterprise_id: creditCode("统一社会信用代码", "unified social credit code", {
      aliases: [...codeHeaders, "建会企业信用代码"],
      optional: true,
    }),
    form: oneOf(unionForms, "建会形式", "form", {
      aliases: ["组建形式", "建会方式", "建会类型", "工会类型", "组建方式", "工会形式"],
    }),
    founded_day: day("建会日期", "founded on", {
      aliases: ["建会时间", "成立日期", "成立时间", "组建日期", "组建时间", "工会成立日期", "批复日期"],
    }),
    workers: count("职工人数", "workers", {
      aliases: ["职工数", "职工总数", "员工人数", "在职职工人数", "覆盖职工数"],
    }),
    members: count("会员人数", "members", {
      aliases: ["会员数", "会员总数", "工会会员人数", "工会会员数", "入会人数"],
    }),
  },
  key: ["union_id"],
  event: "founded_day",
  standing: true,
  refers: [
    // A union of an enterprise that is not on the roster counts all the same; it only covers none of the roster.
    { to: "enterprises", on: { enterprise_id: "enterprise_id" }, missing: "warn" },
  ],
  rules: [
    {
      field: "members",
      holds: (row) =>
        row.members == null || row.workers == null || Number(row.members) <= Number(row.workers),
      why: words("会员人数多于职工人数", "exceeds the number of workers"),
      mend: words(
        "请核对两个人数；劳务派遣工已入会的，职工人数也要把他们算进去",
        "check both numbers; where agency workers have joined, count them among the workers too",
      ),
      severity: "error",
    },
  ],
  plausible: {
    twice: { agree: ["union_name"], differ: ["enterprise_id", "founded_day", "workers", "members"] },
  },
};
