import { code, count, creditCode, day, oneOf, text, yesNo } from "../../../src/field.ts";
import type { Register } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";
import { ownerships } from "../../lists.ts";

/** 企业名册: every enterprise the federation serves, with the dates between which it was listed as above scale. */
export const enterprises: Register = {
  id: "enterprises",
  room: "rosters",
  words: words("企业名册", "Enterprise roster"),
  grain: words("一家企业", "one enterprise"),
  fields: {
    enterprise_id: creditCode("统一社会信用代码", "unified social credit code", {
      aliases: ["信用代码", "社会信用代码", "统一信用代码", "企业信用代码", "统一代码", "企业代码"],
    }),
    enterprise_name: text("企业名称", "enterprise", {
      aliases: ["单位名称", "企业全称", "公司名称", "名称"],
    }),
    former_name: text("曾用名", "former name", {
      aliases: ["原名", "原企业名称", "企业曾用名"],
      optional: true,
    }),
    area: code("所属镇街", "township", {
      aliases: ["所在镇街", "镇街", "镇(街道)", "镇街道", "所属镇(街道)", "所属街道", "所属乡镇", "属地"],
      fillDown: true,
    }),
    industry: text("行业", "industry", { aliases: ["所属行业", "行业类别", "行业门类"], optional: true }),
    ownership: oneOf(ownerships, "企业类型", "ownership", {
      aliases: ["所有制", "企业性质", "单位性质", "经济类型"],
    }),
    above_scale: yesNo("是否规上", "above scale", {
      aliases: ["规上", "规上企业", "是否规上企业", "是否规模以上", "是否规模企业", "规模以上"],
    }),
    above_scale_from: day("纳入规上日期", "above scale from", {
      aliases: ["入规日期", "上规日期", "纳入规上时间", "升规日期"],
      optional: true,
    }),
    above_scale_to: day("退出规上日期", "last day above scale", {
      aliases: ["退规日期", "退出规上时间"],
      optional: true,
    }),
    key_service: yesNo("是否重点服务企业", "key enterprise", {
      aliases: ["重点服务企业", "是否重点企业", "重点企业", "是否重点服务"],
    }),
    workers: count("职工人数", "workers", { aliases: ["职工数", "员工人数", "用工人数", "在职职工人数"] }),
    members: count("会员人数", "union members", {
      aliases: ["会员数", "工会会员人数", "工会会员数"],
      optional: true,
    }),
  },
  key: ["enterprise_id"],
  refers: [
    // The township decides under which row of every table an enterprise is counted.
    {
      to: "areas",
      on: { area: "area_id" },
      byName: { from: "area", among: ["name", "former_name"] },
      missing: "refuse",
    },
  ],
  rules: [
    {
      field: "above_scale_to",
      holds: (row) =>
        row.above_scale_to == null ||
        row.above_scale_from == null ||
        row.above_scale_from <= row.above_scale_to,
      why: words("退出规上日期早于纳入规上日期", "is before the day it was listed"),
      mend: words("请核对两个日期", "check both days"),
      severity: "error",
    },
    {
      field: "members",
      holds: (row) =>
        row.members == null || row.workers == null || Number(row.members) <= Number(row.workers),
      why: words("会员人数多于职工人数", "exceeds the number of workers"),
      mend: words("请核对两个人数", "check both numbers"),
      severity: "warning",
    },
  ],
};
