import { type CodeList, listed } from "../src/list.ts";

/** Levels of an area, from the municipality down. */
export const areaLevels: CodeList = [
  listed("市", "municipality", "市级", "地级市", "设区市"),
  listed("区县", "district", "区", "县", "区级", "县级", "区县级", "县级市", "区市"),
  listed("镇街", "township", "镇", "街道", "乡", "乡镇", "镇级", "镇街级", "街镇", "镇(街道)", "乡镇街道"),
];

/** 企业类型, by who owns it. */
export const ownerships: CodeList = [
  listed("国有", "state-owned", "国企", "国有企业", "国有控股", "集体"),
  listed("民营", "private", "民企", "民营企业", "私营", "私企", "私营企业", "非公"),
  listed("外资", "foreign-invested", "外企", "外资企业", "外商投资", "中外合资", "合资", "港澳台"),
  listed("其他", "other", "其它", "混合所有制"),
];

/** Whose voice a demand or a proposal is: the enterprise's, the workers', or the union's own. */
export const voices = {
  enterprise: listed("企业", "enterprise", "企业方", "用人单位", "单位"),
  workers: listed("职工", "workers", "职工方", "员工", "工人"),
  union: listed("工会", "union", "工会组织", "基层工会"),
};
