import { type CodeList, listed } from "../../src/list.ts";

/** 建会形式: for one enterprise, for several small ones together, or for a trade. */
export const unionForms: CodeList = [
  listed("单独", "of one enterprise", "单独建会", "独立", "独立建会", "单建", "单独组建"),
  listed("联合", "of several enterprises", "联合建会", "联合工会", "联合基层工会", "联建", "联合组建"),
  listed("行业", "of a trade", "行业建会", "行业工会", "行业性", "行业联合", "行业组建"),
];

/** 合同类型. A 补充协议 changes another contract and is none of its own. */
export const agreementKinds: CodeList = [
  listed("综合", "general", "集体合同", "综合性", "综合集体合同", "综合性集体合同"),
  listed(
    "工资专项",
    "wages",
    "工资",
    "工资协议",
    "工资专项协议",
    "工资集体协议",
    "工资集体合同",
    "工资专项集体合同",
  ),
  listed(
    "女职工专项",
    "women workers",
    "女职工",
    "女职工专项集体合同",
    "女职工权益保护",
    "女职工权益保护专项集体合同",
  ),
  listed("区域性", "regional", "区域", "区域集体合同", "区域性集体合同"),
  listed("行业性", "industry", "行业", "行业集体合同", "行业性集体合同"),
  listed("补充协议", "amendment", "补充", "补充合同", "变更协议"),
];

/** 职工方代表产生方式. */
export const choices: CodeList = [
  listed("选举", "elected", "民主选举", "职工选举", "职代会选举", "选举产生", "职代会选举产生"),
  listed("推荐", "recommended", "民主推荐", "职工推荐", "推荐产生", "工会推荐", "选派", "工会选派"),
];
