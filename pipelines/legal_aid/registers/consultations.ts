import { code, day, oneOf, text, yesNo } from "../../../src/field.ts";
import type { Register } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";
import { channels, levels } from "../lists.ts";
import { areaHeaders, caseHeaders, levelHeaders } from "./headers.ts";

/** 法律咨询台账: advice given, whether or not a case came of it. */
export const consultations: Register = {
  id: "consultations",
  room: "legal_aid",
  words: words("法律咨询台账", "legal consultations"),
  grain: words("一起咨询", "one consultation"),
  fields: {
    consultation_id: code("咨询编号", "consultation number", {
      aliases: ["咨询单号", "咨询登记号", "咨询登记编号", "咨询流水号"],
    }),
    consulted_on: day("咨询日期", "date of consultation", {
      aliases: ["咨询时间", "接待日期", "接待时间", "来访日期", "来电日期", "接听日期"],
    }),
    channel: oneOf(channels, "渠道", "channel", {
      aliases: ["咨询渠道", "咨询方式", "接待方式", "咨询途径"],
    }),
    topic: text("事由", "matter", {
      aliases: ["咨询事由", "咨询事项", "咨询问题", "主要事由"],
    }),
    area: code("所属区市", "district", { aliases: areaHeaders }),
    // The register has no level of its own in most districts; the roster's level stands in (see model.sql).
    level: oneOf(levels, "受理级次", "level", {
      aliases: [...levelHeaders, "接待级次", "咨询级次"],
      optional: true,
    }),
    became_case: yesNo("是否转案件", "became a case", {
      aliases: ["是否转为案件", "转案件", "是否转援助", "是否转法律援助", "是否转法律援助案件"],
      optional: true,
    }),
    case_id: code("案件编号", "case number", {
      aliases: [...caseHeaders, "转案件编号", "所转案件编号"],
      optional: true,
    }),
  },
  key: ["consultation_id"],
  event: "consulted_on",
  refers: [
    // A breakdown only: a consultation counts wherever it came from.
    {
      to: "areas",
      on: { area: "area_id" },
      byName: { from: "area", among: ["name", "former_name"] },
      missing: "warn",
    },
    // Says what became of it; changes no figure.
    { to: "cases", on: { case_id: "case_id" }, missing: "warn" },
  ],
  rules: [
    {
      field: "case_id",
      holds: (row) => row.became_case !== "true" || row.case_id != null,
      why: words("已注明转案件，但没有案件编号", "became a case, yet has no case number"),
      mend: words(
        "请补填案件编号，或将“是否转案件”改为“否”",
        "fill in the case number, or say it became none",
      ),
      severity: "warning",
    },
    {
      field: "became_case",
      holds: (row) => row.became_case !== "false" || row.case_id == null,
      why: words("注明未转案件，却填了案件编号", "became no case, yet has a case number"),
      mend: words("请核对两栏，改其中一栏", "compare the two columns and mend one"),
      severity: "warning",
    },
  ],
  plausible: { unit: "area" },
};
