import {
  code,
  count,
  creditCode,
  day,
  money,
  oneOf,
  phone,
  residentId,
  text,
  yesNo,
} from "../../../src/field.ts";
import type { Register } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";
import { applicantKinds, causes, closings, forms, levels, outcomes, sources } from "../lists.ts";
import { caseRules } from "./case_rules.ts";
import { areaHeaders, caseHeaders, levelHeaders } from "./headers.ts";

const intake: Register["fields"] = {
  case_id: code("案件编号", "case number", { aliases: [...caseHeaders, "受理编号"] }),
  batch_id: code("批次号", "batch number", {
    aliases: ["批次", "批次编号", "受理批次", "受理批次号", "援助批次"],
    fillDown: true,
  }),
  accepted_on: day("受理日期", "date accepted", { aliases: ["受理时间", "受援日期", "援助受理日期"] }),
  level: oneOf(levels, "受理级次", "level", { aliases: levelHeaders }),
  area: code("所属区市", "district", { aliases: areaHeaders }),
  employer: text("用人单位", "employer", {
    aliases: ["用人单位名称", "被申请人", "被申请单位", "涉及单位", "涉案单位"],
  }),
  // Not looked up on the enterprise roster: that holds the enterprises on its duty list, not every employer.
  credit_code: creditCode("统一社会信用代码", "unified social credit code", {
    aliases: ["信用代码", "社会信用代码", "用人单位信用代码", "用人单位统一社会信用代码"],
    optional: true,
  }),
};

const applicant: Register["fields"] = {
  applicant_name: text("申请人姓名", "applicant", {
    aliases: ["申请人", "受援人", "受援人姓名", "职工姓名"],
    personal: true,
  }),
  id_number: residentId("身份证号", "identity number", {
    aliases: ["身份证号码", "公民身份号码", "证件号码", "申请人身份证号"],
    personal: true,
    optional: true,
  }),
  phone: phone("联系电话", "phone", {
    aliases: ["电话", "手机", "手机号", "手机号码", "联系方式", "申请人电话"],
    personal: true,
    optional: true,
  }),
  applicant_kind: oneOf(applicantKinds, "申请人类别", "kind of applicant", {
    aliases: ["申请人类型", "受援人类别", "受援人类型", "职工类别", "人员类别"],
  }),
  people: count("涉及人数", "persons concerned", { aliases: ["人数", "受援人数", "涉案人数", "申请人数"] }),
};

const course: Register["fields"] = {
  cause: oneOf(causes, "案由", "cause", { aliases: ["案由类别", "争议案由", "案件事由"] }),
  form: oneOf(forms, "援助形式", "form of aid", {
    aliases: ["援助方式", "法律援助形式", "法律援助方式", "服务形式"],
  }),
  case_lawyer: text("承办律师", "lawyer in charge", {
    aliases: ["代理律师", "援助律师", "指派律师"],
    personal: true,
    optional: true,
  }),
  source: oneOf(sources, "来源渠道", "came through", {
    aliases: ["案件来源", "来源", "受理渠道", "申请渠道"],
    optional: true,
  }),
};

const result: Register["fields"] = {
  claimed: money("请求金额", "amount claimed", {
    aliases: ["申请金额", "诉求金额", "请求数额", "标的额", "申请标的额"],
    optional: true,
  }),
  confirmed: money("确认金额", "amount confirmed", {
    aliases: ["确认数额", "挽回金额", "挽回经济损失", "挽回损失", "挽回损失金额", "挽回经济损失金额"],
    optional: true,
  }),
  avoided: money("避免损失金额", "loss avoided", {
    aliases: ["避免损失", "避免经济损失", "避免经济损失金额"],
    optional: true,
  }),
  closed_on: day("结案日期", "date closed", {
    aliases: ["结案时间", "办结日期", "办结时间"],
    optional: true,
  }),
  closing: oneOf(closings, "结案方式", "way of closing", {
    aliases: ["办结方式", "结案形式"],
    optional: true,
  }),
  outcome: oneOf(outcomes, "结果", "outcome", {
    aliases: ["案件结果", "办理结果", "处理结果", "结案结果", "裁判结果"],
    optional: true,
  }),
  pre_litigation: yesNo("是否诉前化解", "resolved before any action", {
    aliases: ["诉前化解", "是否诉前调解", "诉前调解"],
    optional: true,
  }),
};

/** 法律援助案件台账: from acceptance to outcome. */
export const cases: Register = {
  id: "cases",
  room: "legal_aid",
  words: words("法律援助案件台账", "legal aid cases"),
  grain: words("一件案件", "one case"),
  fields: { ...intake, ...applicant, ...course, ...result },
  key: ["case_id"],
  // An applicant has no number of their own; the case has.
  person: { number: "case_id", since: "closed_on", besides: ["case_lawyer"] },
  event: "accepted_on",
  refers: [
    // A breakdown only: a case counts by its own level, wherever the employer sits.
    {
      to: "areas",
      on: { area: "area_id" },
      byName: { from: "area", among: ["name", "former_name"] },
      missing: "warn",
    },
  ],
  rules: caseRules,
  plausible: {
    unit: "area",
    done: ["closed_on"],
    twice: { agree: ["applicant_name", "employer"], differ: ["accepted_on", "cause", "people", "claimed"] },
  },
};
