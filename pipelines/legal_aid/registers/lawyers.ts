import { code, day, text } from "../../../src/field.ts";
import type { Register } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";
import { unitHeaders } from "./headers.ts";

/** 律师聘任: which lawyer serves which unit, and for how long. */
export const lawyers: Register = {
  id: "lawyers",
  room: "legal_aid",
  words: words("律师聘任", "lawyers under contract"),
  grain: words("一名律师对一个单位的一段聘期", "one term of one lawyer at one unit"),
  fields: {
    licence: code("执业证号", "licence number", {
      aliases: ["律师执业证号", "执业证编号", "执业证书号", "律师执业证书号", "执业证号码"],
    }),
    lawyer_name: text("律师姓名", "lawyer", { aliases: ["律师", "聘任律师", "姓名"], personal: true }),
    firm: text("律师事务所", "law firm", {
      aliases: ["律所", "所属律所", "执业机构", "所在律师事务所"],
      optional: true,
    }),
    unit_id: code("服务单位代码", "unit served", {
      aliases: [...unitHeaders, "单位代码", "服务单位", "服务单位名称"],
    }),
    term_from: day("聘期起", "term from", {
      aliases: ["聘期开始", "聘任日期", "聘任起始", "聘用起始日期", "聘期起始日期"],
    }),
    term_to: day("聘期止", "term to", {
      aliases: ["聘期结束", "聘期截止", "聘任终止", "聘用截止日期", "聘期终止日期", "聘期届满"],
      optional: true,
    }),
  },
  key: ["licence", "unit_id", "term_from"],
  person: { number: "licence", since: "term_to" },
  refers: [
    // A mistyped code would leave the right unit on the gap list, as if nobody served it.
    {
      to: "service_units",
      on: { unit_id: "unit_id" },
      byName: { from: "unit_id", among: ["unit_name"] },
      missing: "refuse",
    },
  ],
  rules: [
    {
      field: "term_to",
      holds: (row) => row.term_to == null || row.term_from == null || row.term_to >= row.term_from,
      why: words("聘期止早于聘期起", "is before the term begins"),
      mend: words("请核对聘书上的起止日期", "check both days on the contract"),
      severity: "error",
    },
  ],
};
