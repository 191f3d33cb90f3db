import { code, count, creditCode, day, oneOf, text, yesNo } from "../../../src/field.ts";
import type { Reference, Register } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";
import { agreementKinds, choices } from "../lists.ts";
import { agreementRules } from "./agreement_rules.ts";
import { codeHeaders } from "./headers.ts";

/** Only an enterprise's own contract bears a code of the roster; a regional one may bear that of its union. */
const onRoster = (kind: string): Reference => ({
  to: "enterprises",
  on: { enterprise_id: "enterprise_id" },
  when: { field: "kind", is: kind },
  missing: "warn",
});

/** 集体合同台账: contracts and the amendments to them, each with its term and with whom it covers. */
export const agreements: Register = {
  id: "agreements",
  room: "organising",
  words: words("集体合同台账", "Collective contracts"),
  grain: words("一份集体合同或补充协议", "one collective contract or amendment"),
  fields: {
    agreement_id: code("合同编号", "contract number", {
      aliases: ["集体合同编号", "协议编号", "合同号", "备案编号"],
    }),
    enterprise_id: creditCode("统一社会信用代码", "unified social credit code", {
      aliases: [...codeHeaders, "签约方信用代码"],
      optional: true,
    }),
    kind: oneOf(agreementKinds, "合同类型", "kind", {
      aliases: ["合同类别", "集体合同类型", "协议类型", "合同种类"],
    }),
    main_id: code("主合同编号", "main contract number", {
      aliases: ["主合同号", "原合同编号", "所补充合同编号", "被补充合同编号"],
      optional: true,
    }),
    congress: text("职代会届次", "workers' congress", {
      aliases: ["职代会", "审议职代会届次", "职代会审议届次", "届次"],
      optional: true,
    }),
    signed_day: day("签订日期", "signed on", { aliases: ["签订时间", "签约日期", "签署日期", "签字日期"] }),
    valid_from: day("生效日期", "in force from", {
      aliases: ["生效时间", "合同生效日期", "有效期起", "合同期起", "起始日期"],
    }),
    valid_to: day("到期日期", "last day in force", {
      aliases: ["到期时间", "合同到期日期", "有效期止", "合同期止", "终止日期", "届满日期"],
    }),
    enterprises_covered: count("覆盖企业数", "enterprises covered", {
      aliases: ["覆盖企业", "覆盖企业家数", "涉及企业数", "覆盖单位数"],
    }),
    workers_covered: count("覆盖职工数", "workers covered", {
      aliases: ["覆盖职工", "覆盖职工人数", "涉及职工数", "涉及职工人数"],
    }),
    annuity: yesNo("是否含企业年金", "has an annuity clause", {
      aliases: ["含企业年金", "企业年金", "是否有企业年金", "企业年金条款", "是否约定企业年金"],
      optional: true,
    }),
    chosen_by: oneOf(choices, "职工方代表产生方式", "how the workers' side was chosen", {
      aliases: ["代表产生方式", "职工代表产生方式", "协商代表产生方式", "职工方协商代表产生方式"],
      optional: true,
    }),
  },
  key: ["agreement_id"],
  event: "signed_day",
  standing: true,
  refers: ["综合", "工资专项", "女职工专项"].map(onRoster),
  rules: agreementRules,
  plausible: {
    twice: {
      agree: ["enterprise_id", "kind", "signed_day"],
      differ: ["valid_from", "valid_to", "workers_covered"],
    },
  },
};
